import { byId, element } from '../dom.js';
import { say } from '../words.js';

/** All ways by which pictures come to the page: chosen, photographed, dropped, pasted. @param take is given files */
export function openWaysIn(take) {
  const picker = byId('picker');
  const camera = byId('camera');
  const taken = input => () => {
    const files = [...input.files];
    input.value = '';
    take(files);
  };
  for (const input of [picker, camera]) {
    input.onchange = taken(input);
    // Chosen before this script was there.
    if (input.files.length > 0) {
      input.onchange();
    }
  }
  byId('choose').onclick = byId('add').onclick = () => picker.click();
  byId('photograph').onclick = () => camera.click();
  byId('photograph').hidden = !matchMedia('(pointer: coarse)').matches;
  openForDrops(take);
  addEventListener('paste', event => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) {
      event.preventDefault();
      // Whatever was copied as pixels comes under this name.
      take(files.map(file => (file.name === 'image.png' ? new File([file], `${say('pasted')}.png`, { type: file.type }) : file)));
    }
  });
}

function openForDrops(take) {
  const veil = byId('drop-veil');
  const bringsFiles = event => event.dataTransfer?.types.includes('Files');
  let depth = 0;
  const settle = () => (veil.hidden = depth === 0);
  addEventListener('dragenter', event => bringsFiles(event) && (depth++, settle()));
  addEventListener('dragleave', event => bringsFiles(event) && ((depth = Math.max(0, depth - 1)), settle()));
  addEventListener('dragover', event => bringsFiles(event) && event.preventDefault());
  addEventListener('drop', event => {
    depth = 0;
    settle();
    if (bringsFiles(event)) {
      event.preventDefault();
      take([...event.dataTransfer.files]);
    }
  });
}

/** Pictures for whoever has none at hand. */
export function offerSamples(names, take) {
  byId('samples-area').hidden = names.length === 0;
  byId('samples').replaceChildren(
    ...names.map(name => {
      const source = `/page/samples/${encodeURIComponent(name)}`;
      const spoken = name.replace(/\.\w+$/, '').replaceAll('-', ' ');
      const image = element('img', { src: source, alt: '', width: 150, height: 100 });
      const button = element('button', { type: 'button', 'aria-label': say('sampleLabel', spoken) }, image);
      button.onclick = async () => {
        const blob = await (await fetch(source)).blob();
        take([new File([blob], name, { type: blob.type })]);
      };
      return element('li', {}, button);
    }),
  );
}
