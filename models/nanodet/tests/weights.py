"""The published weights, for the tests that need them: a folder named by NANODET_WEIGHTS, or the one that lies beside a checkout."""
import os
import unittest
from pathlib import Path

FOLDER = Path(os.environ.get('NANODET_WEIGHTS', Path(__file__).parents[4] / 'shared/models/nanodet-g'))

needed = unittest.skipUnless(FOLDER.is_dir(), 'NANODET_WEIGHTS names no folder with nanodet.json and nanodet.bin')
