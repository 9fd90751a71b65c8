"""Makes the collages out of the photos beside it: python3 docs/samples/collages.py (python3-opencv, python3-numpy)."""
from pathlib import Path

import cv2
import numpy as np

FOLDER = Path(__file__).parent
WALL = (214, 222, 226)
PAPER = (250, 252, 252)


def photo(name, height, mirrored=False):
    picture = cv2.imread(str(FOLDER / f'{name}.jpg'))
    width = round(picture.shape[1] * height / picture.shape[0])
    picture = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA if height < picture.shape[0] else cv2.INTER_CUBIC)
    return picture[:, ::-1] if mirrored else picture


def print_on_paper(picture, border=12):
    return cv2.copyMakeBorder(picture, border, border, border, border, cv2.BORDER_CONSTANT, value=PAPER)


def hung(width, height, places):
    """Prints on a wall, each with its upper left corner and a soft shadow."""
    shadow = np.zeros((height, width), np.float32)
    for picture, x, y in places:
        shadow[y + 8:y + 8 + picture.shape[0], x + 5:x + 5 + picture.shape[1]] = 0.35
    shadow = cv2.GaussianBlur(shadow, (0, 0), 7)[:, :, None]
    wall = (np.full((height, width, 3), WALL, np.float32) * (1 - shadow)).round().astype(np.uint8)
    for picture, x, y in places:
        wall[y:y + picture.shape[0], x:x + picture.shape[1]] = picture
    return wall


def save(name, picture):
    cv2.imwrite(str(FOLDER / f'{name}.jpg'), picture, [cv2.IMWRITE_JPEG_QUALITY, 90])


if __name__ == '__main__':
    save('wall', hung(1280, 960, [
        (print_on_paper(photo('astronaut', 640)), 60, 70),
        (print_on_paper(photo('chelsea', 320)), 740, 70),
        (print_on_paper(photo('coffee', 320)), 740, 470),
    ]))
    save('breakfast', np.concatenate([photo('chelsea', 480), photo('coffee', 480)], 1))
    save('twins', np.concatenate([photo('chelsea', 420), photo('chelsea', 420, mirrored=True)], 1))
