"""Runs first in the bundle: takes back what its starter put into the environment, which is meant for this process only.

The loader has read LD_LIBRARY_PATH by now; the file manager that we open must not find our libraries by it. And when
the program becomes itself again (another text size) the starter must begin anew.
"""

import os

for _name in [_it for _it in os.environ if _it.startswith("_PYI_")]:
    del os.environ[_name]
for _name in ("LD_LIBRARY_PATH", "LIBPATH"):
    _before = os.environ.pop(f"{_name}_ORIG", None)
    if _before is not None:
        os.environ[_name] = _before
    elif _name in os.environ:
        del os.environ[_name]
