"""Lets Qt speak the language in use: its own words, ours through `tr`, and numbers and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from acutimer.language.catalogue import ENGLISH, tr, trn
from acutimer.language.choosing import fits, speak

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication


class Tongue(QTranslator):
    """Hands what Qt asks it for to the catalogue in use. Qt's class contexts are passed over.

    A disambiguation is the catalogue's context; a count asks for the form that goes with it.
    """

    def isEmpty(self) -> bool:
        """Qt installs none that is."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002
        """The words for `source`, or None, which leaves them to other translators."""
        meaning = disambiguation or ""
        said = tr(source, meaning) if n < 0 else trn(source, source, n, meaning)
        return None if said == source else said


def speak_in(app: QCoreApplication, chosen: str, folder: Path) -> str:
    """Speak the language `chosen`, or the system's where that is empty; `folder` has the catalogues. Returns its tag.

    Numbers and dates are written as the system writes them where it speaks that language, else as is usual in it.
    """
    system = QLocale.system()
    tag = speak(folder, (chosen,) if chosen else system.uiLanguages())
    asks_for_none = tag == ENGLISH and system.language() is QLocale.Language.C
    if not asks_for_none and not fits(system.name(), tag):
        QLocale.setDefault(QLocale(tag))
    if tag != ENGLISH:
        _install(app, QLocale(tag))
    return tag


def _install(app: QCoreApplication, locale: QLocale) -> None:
    own = QTranslator(app)
    if own.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)
    app.installTranslator(Tongue(app))


def language_name(tag: str) -> str:
    """What a language calls itself."""
    locale = QLocale(tag)
    if locale.language() is QLocale.Language.English:
        return "English"  # by itself it would be that of one country
    name = locale.nativeLanguageName()
    return name[:1].upper() + name[1:]
