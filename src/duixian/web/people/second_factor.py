"""The second factor: codes of an app (TOTP), and recovery codes for when the app is lost."""

from __future__ import annotations

import math
import re

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
_STEP = 30  # seconds
_TOLERANCE = 1  # steps before and after


def new_device(user: User, key: str) -> TOTPDevice:
    """Prepare, without saving, the device of a key (hexadecimal)."""
    return TOTPDevice(user=user, key=key, name="app", confirmed=True)


def confirm_device(device: TOTPDevice, code: str) -> list[str] | None:
    """Keep the device once its app has shown a right code; it replaces all earlier ones.

    Returns new recovery codes, or None if the code is wrong.
    """
    clock = TOTP(device.bin_key, _STEP)
    if not re.fullmatch(r"[0-9]{6}", code) or not clock.verify(int(code), _TOLERANCE):
        return None
    device.last_t = clock.t()  # the same code does not serve again
    with transaction.atomic():
        TOTPDevice.objects.filter(user=device.user).delete()
        device.save()
        return make_recovery_codes(device.user)


@transaction.atomic
def make_recovery_codes(user: User) -> list[str]:
    """Replace the recovery codes of a person by new ones, each good for one use."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def device_of_code(user: User, code: str) -> Device | None:
    """Find the device of the person that a code belongs to. A recovery code is used up.

    Wrong codes make the person wait, longer each time, for codes of that kind alone.
    """
    with transaction.atomic():
        for device in _devices(user, code).select_for_update():
            if device.verify_token(code):
                return device
    return None


def seconds_to_wait(user: User, code: str) -> int:
    """Tell how long wrong codes make the person wait; 0 where they may try now."""
    waits = [_seconds_left(device) for device in _devices(user, code)]
    return min(waits, default=0)


def _devices(user: User, code: str) -> QuerySet[Device]:
    """The app answers for codes of six digits, the recovery codes for all others."""
    model = TOTPDevice if re.fullmatch(r"[0-9]{6}", code) else StaticDevice
    devices: QuerySet[Device] = model.objects.filter(user=user, confirmed=True)
    return devices


def _seconds_left(device: Device) -> int:
    _, why = device.verify_is_allowed()
    if not why:
        return 0
    seconds: float = (why["locked_until"] - timezone.now()).total_seconds()
    return max(1, math.ceil(seconds))


def remove_second_factor(user: User) -> None:
    """Forget the app and the recovery codes of a person who lost both."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        StaticDevice.objects.filter(user=user).delete()
