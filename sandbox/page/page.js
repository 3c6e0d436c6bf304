// The start of the page: fills what does not change, starts the views, and keeps the connection.

import { startAbout } from './about.js';
import { show } from './actions.js';
import { asked, lastPerson } from './address.js';
import { startAttach } from './attach.js';
import { startChatMenu } from './chat-menu.js';
import { startChats } from './chats.js';
import { startCommands } from './commands.js';
import { startComposer } from './composer.js';
import { listen } from './control.js';
import { byId, el, icon } from './dom.js';
import { readFaults, startFaults } from './faults.js';
import { startMessages } from './messages.js';
import { makeChat } from './new-chat.js';
import { bar, toast } from './notice.js';
import { choosePerson, startPeople } from './people.js';
import { startPins } from './pins.js';
import { startQuiet } from './quiet.js';
import { startReplyKeys } from './reply-keys.js';
import { me, on, privateChat, sees, state, tell } from './state.js';
import { apply, looked, readState } from './sync.js';
import { startUnread } from './unread.js';
import { startUploads } from './uploads.js';
import { languageOf, speak, word } from './words.js';

const wide = matchMedia('(min-width: 720px)');
let shown = false;
let lost = false;

for (const node of document.querySelectorAll('[data-icon]')) node.append(icon(node.dataset.icon));
speak(navigator.language);
startUnread();
startChats();
startPeople();
startAbout();
startCommands();
startMessages();
startPins();
startQuiet();
startReplyKeys();
startComposer();
startAttach();
startUploads();
startChatMenu();
startFaults();
byId('new-chat').addEventListener('click', makeChat);
addEventListener('popstate', restore);
addEventListener('visibilitychange', () => {
  if (!document.hidden) looked();
});
on('me', drawNobody);

listen({ opened, closed, event: apply });

async function opened() {
  const restarted = await readState();
  if (shown && state.people.has(state.me)) {
    speak(me().language_code);
    tell('people');
    tell('chats');
    if (state.place && !state.chats.has(state.place.chat)) show(null, { step: false });
    tell('commands-changed');
    tell('about-changed');
    tell(restarted ? 'restart' : 'resync');
  } else {
    restore();
  }
  shown = true;
  readFaults();
  bar(null);
  if (lost) toast(word('connected'));
  lost = false;
}

function closed() {
  lost = true;
  bar(word('gone'));
}

/** Shows what the address asks for, as far as it is there. */
function restore() {
  const { me: speaker, chat, thread } = asked();
  const known = [speaker, state.me, lastPerson()].find((id) => state.people.has(id));
  state.me = known ?? newcomer();
  speak(me()?.language_code ?? navigator.language);

  const wanted = state.chats.get(chat);
  const own = wide.matches ? privateChat() : null;
  tell('me');
  tell('language');
  if (wanted && sees(wanted, state.me)) show({ chat, thread }, { step: false });
  else show(own && { chat: own.id, thread: null }, { step: false });
}

/** The first person who speaks the browser's language, else the first of all. */
function newcomer() {
  const people = [...state.people.values()];
  const alike = people.find((person) => languageOf(person.language_code) === languageOf(navigator.language));
  return (alike ?? people[0])?.id ?? null;
}

function drawNobody() {
  byId('nobody')?.remove();
  if (state.me !== null) return;
  byId('chats').after(el('div', { id: 'nobody', class: 'hint' },
    el('h3', {}, word('nobody')), el('p', {}, word('nobodyHint')),
    el('button', { type: 'button', class: 'main', on: { click: choosePerson } }, word('addPerson'))));
}
