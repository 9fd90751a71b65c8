// What the page says, in the language that the person has chosen: the one that the bot is told, too.

const WORDS = {
  en: {
    connecting: 'connecting…',
    online: 'online',
    waiting: 'waiting for the connection…',
    lost: 'Connection lost. Trying again…',
    unreachable: 'The chat cannot be reached. Is `./polybot up` still running?',
    language: 'Your language, as Telegram tells it to the bot',
    where: 'Where you write',
    private: 'Private',
    group: 'Group',
    welcome: 'Send me a photo',
    'welcome.text': 'I find people, animals and things in it, draw a box around each, and tell you what I saw. Drop a picture anywhere on this page, paste one, or try one of these:',
    'welcome.group': 'This is a group',
    'welcome.group.text': 'As in every group I hear only what is meant for me: commands like /help, replies to me, and what mentions @{bot}. Try “@{bot} predict” under a photo:',
    samples: 'Sample pictures',
    sample: 'Send the sample {name}',
    messages: 'Messages',
    latest: 'Go to the latest message',
    suggestions: 'Suggestions',
    'predict.photo': 'predict a photo',
    hello: 'hello',
    pictures: 'Pictures to send',
    'as.file': 'Send as file (full quality)',
    reply: 'Reply',
    'reply.to': 'Reply to: {summary}',
    'no.reply': 'Do not reply',
    edit: 'Edit',
    'edit.this': 'Edit: {summary}',
    'no.edit': 'Do not edit',
    edited: 'edited',
    commands: 'Commands',
    attach: 'Attach pictures',
    message: 'Message',
    caption: 'Caption',
    send: 'Send',
    drop: 'Drop pictures to send them',
    picture: 'Picture',
    save: 'Save',
    close: 'Close',
    remove: 'Remove {name}',
    photo: 'Photo',
    'photo.mine': 'Your photo',
    'photo.bot': 'Photo from Polybot',
    'photo.open': 'Open the photo: {name}',
    'quote.go': 'Go to the message this answers',
    you: 'You',
    file: 'file',
    thinking: 'Polybot is thinking…',
    typing: 'Polybot is typing…',
    upload_photo: 'Polybot is sending a photo…',
    upload_document: 'Polybot is sending a file…',
    working: 'Polybot is working…',
    'file.most': 'A file may have 50 MB.',
    'album.most': 'An album has at most ten pictures.',
    'no.photo': 'This is not a picture that can be sent as a photo. Send it as a file instead.',
    'photo.shape': 'For a photo, width and height may be 10,000 pixels together, and one at most 20 times the other. Make this picture smaller, or send it as a file if it is only too narrow.',
    'photo.most': 'A photo may have 10 MB, and this one cannot be made smaller here. Send it as a file instead: I read files of up to 20 MB.',
    'file.empty': 'The file is empty. Send another one.',
    'caption.most': 'A caption may have 1,024 characters. Make it shorter.',
    'message.most': 'A message may have 4,096 characters. Make it shorter.',
    'message.empty': 'There is no message without a text.',
    'edit.own': 'You can edit your own messages only.',
    'button.gone': 'This button is there no more.',
    wrong: 'Something went wrong.',
  },
  de: {
    connecting: 'verbinde…',
    online: 'online',
    waiting: 'warte auf die Verbindung…',
    lost: 'Verbindung verloren. Ich versuche es weiter…',
    unreachable: 'Der Chat ist nicht zu erreichen. Läuft `./polybot up` noch?',
    language: 'Deine Sprache, wie Telegram sie dem Bot nennt',
    where: 'Wo du schreibst',
    private: 'Privat',
    group: 'Gruppe',
    welcome: 'Schick mir ein Foto',
    'welcome.text': 'Ich finde Menschen, Tiere und Dinge darin, zeichne um jedes einen Rahmen und sage dir, was ich gesehen habe. Zieh ein Bild auf diese Seite, füge eins ein oder nimm eins von diesen:',
    'welcome.group': 'Das ist eine Gruppe',
    'welcome.group.text': 'Wie in jeder Gruppe höre ich nur, was mir gilt: Befehle wie /help, Antworten auf mich und was @{bot} nennt. Versuch „@{bot} predict“ unter einem Foto:',
    samples: 'Beispielbilder',
    sample: 'Das Beispiel {name} schicken',
    messages: 'Nachrichten',
    latest: 'Zur neuesten Nachricht',
    suggestions: 'Vorschläge',
    'predict.photo': 'Foto: predict',
    hello: 'hallo',
    pictures: 'Bilder zum Schicken',
    'as.file': 'Als Datei schicken (volle Qualität)',
    reply: 'Antworten',
    'reply.to': 'Antworten auf: {summary}',
    'no.reply': 'Nicht antworten',
    edit: 'Bearbeiten',
    'edit.this': 'Bearbeiten: {summary}',
    'no.edit': 'Nicht bearbeiten',
    edited: 'bearbeitet',
    commands: 'Befehle',
    attach: 'Bilder anhängen',
    message: 'Nachricht',
    caption: 'Bildunterschrift',
    send: 'Senden',
    drop: 'Bilder hier ablegen, um sie zu schicken',
    picture: 'Bild',
    save: 'Speichern',
    close: 'Schließen',
    remove: '{name} entfernen',
    photo: 'Foto',
    'photo.mine': 'Dein Foto',
    'photo.bot': 'Foto von Polybot',
    'photo.open': 'Foto öffnen: {name}',
    'quote.go': 'Zur Nachricht, auf die das antwortet',
    you: 'Du',
    file: 'Datei',
    thinking: 'Polybot denkt nach…',
    typing: 'Polybot schreibt…',
    upload_photo: 'Polybot schickt ein Foto…',
    upload_document: 'Polybot schickt eine Datei…',
    working: 'Polybot arbeitet…',
    'file.most': 'Eine Datei darf 50 MB haben.',
    'album.most': 'Ein Album hat höchstens zehn Bilder.',
    'no.photo': 'Das ist kein Bild, das als Foto geschickt werden kann. Schick es als Datei.',
    'photo.shape': 'Bei einem Foto dürfen Breite und Höhe zusammen 10.000 Pixel haben, und eine höchstens das Zwanzigfache der anderen. Mach dieses Bild kleiner, oder schick es als Datei, wenn es nur zu schmal ist.',
    'photo.most': 'Ein Foto darf 10 MB haben, und dieses lässt sich hier nicht verkleinern. Schick es als Datei: ich lese Dateien bis 20 MB.',
    'file.empty': 'Die Datei ist leer. Schick eine andere.',
    'caption.most': 'Eine Bildunterschrift darf 1.024 Zeichen haben. Kürze sie.',
    'message.most': 'Eine Nachricht darf 4.096 Zeichen haben. Kürze sie.',
    'message.empty': 'Ohne Text gibt es keine Nachricht.',
    'edit.own': 'Du kannst nur deine eigenen Nachrichten bearbeiten.',
    'button.gone': 'Diesen Knopf gibt es nicht mehr.',
    wrong: 'Da ging etwas schief.',
  },
};

// What the stand-in refuses a person, by its words.
const REFUSALS = {
  IMAGE_PROCESS_FAILED: 'no.photo',
  PHOTO_INVALID_DIMENSIONS: 'photo.shape',
  'too big for a photo': 'photo.most',
  'file must be non-empty': 'file.empty',
  'message caption is too long': 'caption.most',
  'message is too long': 'message.most',
  'message text is empty': 'message.empty',
  'an album has at most': 'album.most',
  'only your own messages can be edited': 'edit.own',
  'there is no such button': 'button.gone',
  'Request Entity Too Large': 'file.most',
};

let spoken = 'en';

export const LANGUAGES = Object.keys(WORDS);

export const language = () => spoken;

/** A sentence, with what stands in braces filled in. */
export function word(name, values = {}) {
  return WORDS[spoken][name].replace(/{(\w+)}/g, (_, key) => values[key]);
}

/** Why the stand-in has refused something. What no person can cause is a fault, and said as the stand-in says it. */
export function readable(description = '') {
  const known = Object.keys(REFUSALS).find(words => description.includes(words));
  return known ? word(REFUSALS[known]) : [word('wrong'), description].join(' ').trim();
}

/** Speaks a language from now on, in everything on the page that names its word. */
export function speak(code) {
  spoken = code;
  document.documentElement.lang = code;
  for (const node of document.querySelectorAll('[data-word]')) {
    node.textContent = word(node.dataset.word);
  }
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', word(node.dataset.label));
  }
}
