"""A reading that breaks down on a fault of the program is said to have failed."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django_tasks.base import TaskResult, TaskResultStatus
from django_tasks.signals import task_finished

from duixian.web.intake.models import Intake
from duixian.web.intake.tasks import read_one

_ENDED = ("SystemExit", "KeyboardInterrupt")


@receiver(task_finished)
def say_it_failed(sender: object, task_result: TaskResult[Any], **_: object) -> None:
    """Mark the intake whose task ended with an error nobody expected."""
    is_ours = task_result.task.module_path == read_one.module_path
    if not is_ours or task_result.status != TaskResultStatus.FAILED:
        return
    kind = task_result.errors[-1].exception_class_path if task_result.errors else "an error"
    if kind.rpartition(".")[2] in _ENDED:
        read_one.enqueue(task_result.args[0])  # the worker was told to end: another begins anew
        return
    Intake.objects.filter(pk=task_result.args[0], state=Intake.State.READING).update(
        state=Intake.State.FAILED,
        error=f"Duixian itself failed on it: {kind}; the log has the details",
        error_kind="InternalError",
        finished_at=timezone.now(),
    )
