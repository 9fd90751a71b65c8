"""Fails where a file of a cloud-config's write_files is not on this machine as it says: content, permissions, owner.

files-are-there.py USER_DATA
"""

import os
import sys

import yaml

wrong = 0
for file in yaml.safe_load(open(sys.argv[1]))["write_files"]:
    path, status = file["path"], os.stat(file["path"])
    if open(path).read() != file["content"] or oct(status.st_mode & 0o777) != oct(int(file["permissions"], 8)) or status.st_uid != 0:
        print(f"{path} is not as the template has it: {oct(status.st_mode)}")
        wrong += 1
    else:
        print(f"{path} {file['permissions']}")
sys.exit(wrong > 0)
