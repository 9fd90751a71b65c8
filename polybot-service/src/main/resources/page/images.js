/** Of a JPEG, within which the next marker must come. */
const HEAD = 1024;

/** A picture that the server reads so that browsers do too: bytes between a JPEG's start and its next marker say nothing, but Chromium stumbles over them. */
export async function readable(blob) {
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  const next = head.indexOf(0xff, 2);
  return head[0] === 0xff && head[1] === 0xd8 && next > 2 ? new Blob([head.subarray(0, 2), blob.slice(next)]) : blob;
}

/** The picture as an image, as much of it as there is; null when the browser cannot show it. */
export async function imageOf(blob) {
  const image = new Image();
  const address = URL.createObjectURL(await readable(blob));
  image.src = address;
  await image.decode().catch(() => {});
  URL.revokeObjectURL(address);
  return image.naturalWidth ? image : null;
}
