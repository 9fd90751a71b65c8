// Photos as Telegram's clients send them: never larger than a photo may be, made smaller before they leave.

const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
const MOST_WIDTH_AND_HEIGHT = 10_000;
const KEPT_KINDS = ['image/jpeg', 'image/png', 'image/gif'];
const LONGEST_SIDE = 2560;
const QUALITY = 0.87;

/** The photo, or a smaller JPEG of it if it is too large or of another kind; what the browser cannot read stays as it is. */
export async function sendable(file) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return file;
  }
  const isKept = KEPT_KINDS.includes(file.type) && file.size <= MOST_PHOTO_BYTES && picture.width + picture.height <= MOST_WIDTH_AND_HEIGHT;
  const jpeg = isKept ? null : await smaller(picture);
  picture.close();
  return jpeg ? new File([jpeg], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
}

function smaller(picture) {
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const drawing = canvas.getContext('2d');
  drawing.fillStyle = 'white';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
