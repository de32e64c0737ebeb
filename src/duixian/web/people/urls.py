"""The addresses of this app."""

from __future__ import annotations

from django.urls import path

from duixian.web.people import pages, people_pages, sign_in

app_name = "people"
urlpatterns = [
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("sign-out/", sign_in.SignOut.as_view(), name="sign-out"),
    path(
        "choose-password/<uidb64>/<token>/",
        sign_in.ChoosePassword.as_view(),
        name="choose-password",
    ),
    path("account/", pages.account, name="account"),
    path("account/password/", sign_in.ChangePassword.as_view(), name="change-password"),
    path("account/code/", pages.second_factor, name="second-factor"),
    path("account/second-factor/", pages.set_up_second_factor, name="set-up-second-factor"),
    path("account/recovery-codes/", pages.new_recovery_codes, name="new-recovery-codes"),
    path("account/tokens/", pages.tokens, name="tokens"),
    path("account/tokens/<int:key>/revoke/", pages.revoke, name="revoke-token"),
    path("account/kept-form/", pages.kept, name="kept-form"),
    path("account/kept-form/forget/", pages.forget, name="forget-kept-form"),
    path("people/", people_pages.people, name="people"),
    path("people/add/", people_pages.add_person, name="add-person"),
    path("people/<int:key>/", people_pages.change_person, name="change-person"),
    path("people/<int:key>/password/", people_pages.offer_password, name="offer-password"),
    path(
        "people/<int:key>/second-factor/",
        people_pages.reset_second_factor,
        name="reset-second-factor",
    ),
]
