// Photos as Telegram's clients send them: never larger than a photo may be, made smaller before they leave.

const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
const LONGEST_SIDE = 2560;
const QUALITY = 0.87;

/** The photo, or a smaller JPEG of it if it is too large to be sent; files that are no pictures stay as they are. */
export async function sendable(file) {
  if (file.size <= MOST_PHOTO_BYTES) {
    return file;
  }
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return file;
  }
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const drawing = canvas.getContext('2d');
  drawing.fillStyle = 'white';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return smaller ? new File([smaller], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
}
