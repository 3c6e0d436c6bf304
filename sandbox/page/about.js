// What the bot says of itself to the person who speaks: name, description, short description.

import { get } from './control.js';
import { failure } from './notice.js';
import { on, state, tell } from './state.js';

let asked = 0;

export function startAbout() {
  on('me', read);
  on('language', read);
  on('about-changed', read);
}

async function read() {
  const mine = ++asked;
  if (state.me === null) return;
  try {
    const about = await get(`bot?user_id=${state.me}`);
    if (mine !== asked) return;
    state.about = about;
    tell('about');
  } catch (error) {
    if (mine === asked) failure(error);
  }
}
