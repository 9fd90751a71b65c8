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
    'photo.shape': 'This picture is too large or too narrow for a photo. Send it as a file instead.',
    'photo.most': 'A photo may have 10 MB, and this one cannot be made smaller here. Send it as a file instead: I read files of up to 20 MB.',
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
    'photo.shape': 'Dieses Bild ist für ein Foto zu groß oder zu schmal. Schick es als Datei.',
    'photo.most': 'Ein Foto darf 10 MB haben, und dieses lässt sich hier nicht verkleinern. Schick es als Datei: ich lese Dateien bis 20 MB.',
    wrong: 'Da ging etwas schief.',
  },
};

let spoken = 'en';

export const LANGUAGES = Object.keys(WORDS);

export const language = () => spoken;

/** A sentence, with what stands in braces filled in. */
export function word(name, values = {}) {
  return WORDS[spoken][name].replace(/{(\w+)}/g, (_, key) => values[key]);
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
