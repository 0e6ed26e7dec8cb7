import os
from pathlib import Path
import pytest
from PySide6.QtWidgets import QApplication
from tests.language.plainness import words_of_nobody, words_of_the_user, plain_in
from tests.pseudo import pseudo_library, speaking_pseudo
from tests.reach.staging import blank, scene_names, staged, windows

@pytest.mark.parametrize("name", scene_names(every=bool(os.environ.get("EVERY"))))
def test_x(name, tmp_path, qapp, monkeypatch):
    folder=tmp_path/"words"; folder.mkdir(); home=tmp_path/"home"; home.mkdir()
    library = pseudo_library(folder)
    monkeypatch.setattr("stage.load_library", lambda *_: library)
    try:
        with speaking_pseudo(qapp), staged(name, home) as stage:
            al = words_of_nobody(library)|words_of_the_user(stage)
            found = [l for w in windows(stage) for l in plain_in(w, al)]
    except Exception as e:
        found=["!! "+repr(e)]
    with open("/tmp/w/i8/words/plain.txt","a") as f: f.write(f"## {name}\n"+"".join(f"   {l}\n" for l in found))
