"""Copies moto's server and all that it needs from this Python to a folder: `packages.py FOLDER`. Debian's Python 3.11 reads them there."""

import pathlib
import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution


def needed(name, extra=None, seen=None):
    seen = {} if seen is None else seen
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return seen
    seen[name] = package
    for requirement in package.requires or []:
        required = re.match(r"[\w.-]+", requirement).group().lower()
        wanted_by = re.search(r"extra == ['\"](\w+)['\"]", requirement)
        if required not in seen and (wanted_by is None or wanted_by.group(1) == extra):
            needed(required, seen=seen)
    return seen


for package in needed("moto", extra="server").values():
    for file in package.files:
        target = pathlib.Path(sys.argv[1], file)
        if ".." not in file.parts and file.locate().is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), target)
