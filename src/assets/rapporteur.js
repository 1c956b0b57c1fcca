// Rapporteur, the script: comfort only. Every page is complete without it.
// Behaviour is switched on by data attributes; all words come from the page, so that they are in its language:
//   textarea[data-word-limit]       counts words into [data-count-for="<id>"]
//   select[data-language-of="<id>"] gives that textarea its lang and dir
//   form[data-unsaved]              warns before unsaved text is left ("changed": it already holds unsaved text)
//   form[data-keep-alive="<path>"]  keeps the session while text changes
//   [data-idle-minutes]             says that the session is about to end
//   [data-beside]                   a text in a pane of its own: links into it move the pane alone
//   a[data-show]                    shows in a textarea the words of the block that the link stands in
//   [data-said]                     says what a button of such a form did
//   [data-chooser]                  filters and selects in a long list of checkboxes
//   button[data-split="<id>"]      sends where the cursor stands in that textarea, in characters
//   form[data-in-place]             its buttons change this page, without a new entry in the browser's history
//                                   ("switch": only those of the language menu; the others lead to another page)
//   details[data-fold="<name>"]     stays open when such a form changes the page around it
//   input[data-drop="<id>"]         takes a file dropped anywhere on the page, and says so there
//   [data-script], [data-print]     hidden until there is a script
'use strict';

const page = document.documentElement;
const MINUTE = 60000;
const KEEP_ALIVE_EVERY = 5 * MINUTE; // at most one request in this time
const WARN_BEFORE = 5 * MINUTE; // before the idle limit
const each = (selector, act, root = document) => root.querySelectorAll(selector).forEach(act);

// what listens beyond the page's own elements, or runs by the clock, ends when another page takes its place
let shown = new AbortController();
const listen = (target, kind, act) => target.addEventListener(kind, act, { signal: shown.signal });
const every = (wait, act) => {
  const timer = setInterval(act, wait);
  shown.signal.addEventListener('abort', () => clearInterval(timer));
};

// Western digits in every language, as the server writes them
const number = (value) => new Intl.NumberFormat(page.lang || 'en', { numberingSystem: 'latn' }).format(value);
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const later = (act, wait) => {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(act, wait); };
};

// ---- Word counter: an approximation of the server's count, which is the one that holds

function countWords(text, language) {
  if (!Intl.Segmenter) return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  let words = 0;
  for (const part of new Intl.Segmenter(language || 'en', { granularity: 'word' }).segment(text)) {
    if (part.isWordLike) words += 1;
  }
  return words;
}

const countCharacters = (text) => [...text.replace(/\s/gu, '')].length;

function counter(area) {
  const line = document.querySelector(`[data-count-for="${area.id}"]`);
  if (!line) return;
  const limit = Number(area.dataset.wordLimit) || 0;
  const said = line.querySelector('[data-count]') || line;
  const alarm = line.querySelector('[data-count-over]');
  const show = () => {
    const words = countWords(area.value, area.lang);
    const chinese = /^zh\b/.test(area.lang) && line.dataset.textCharacters;
    said.textContent = fill(chinese || line.dataset.text || '{words}', {
      words: number(words), limit: number(limit), characters: number(countCharacters(area.value)),
    });
    const over = limit > 0 && words > limit;
    line.classList.toggle('over', over);
    // a live region: it is written once when the limit is passed, not at every key
    if (alarm && alarm.hasAttribute('data-on') !== over) {
      alarm.toggleAttribute('data-on', over);
      alarm.textContent = over ? line.dataset.textOver || '' : '';
    }
  };
  area.addEventListener('input', later(show, 250));
  area.addEventListener('languagechange', show);
  show();
}

function answerLanguage(select) {
  const area = document.getElementById(select.dataset.languageOf);
  if (!area) return;
  select.addEventListener('change', () => {
    area.lang = select.value;
    area.dir = select.value === 'ar' ? 'rtl' : 'ltr';
    area.dispatchEvent(new Event('languagechange'));
  });
}

// ---- Unsaved text

function unsaved(form) {
  let dirty = false;
  const mark = (state) => {
    dirty = state;
    each('[data-when-unsaved]', (note) => { note.hidden = !state; }, form);
    each('[data-when-saved]', (note) => { note.hidden = state; }, form);
  };
  if (form.dataset.unsaved === 'changed') mark(true);
  form.addEventListener('input', (event) => { if (!event.target.closest('[data-not-saved]')) mark(true); });
  form.addEventListener('submit', () => { dirty = false; });
  listen(window, 'beforeunload', (event) => { if (dirty) event.preventDefault(); });
  // back from the browser's page cache: what was typed is there, and still not saved
  listen(window, 'pageshow', (event) => { if (event.persisted) mark(true); });
}

// ---- The session: kept while text changes, announced before it ends

const session = { heard: Date.now(), ended: false, channel: window.BroadcastChannel ? new BroadcastChannel('rapporteur-session') : null };
if (session.channel) {
  session.channel.onmessage = (event) => { session.heard = Math.max(session.heard, Number(event.data) || 0); session.ended = false; };
  session.channel.postMessage(session.heard);
}

async function touchSession(path, token) {
  try {
    const answer = await fetch(path, {
      method: 'POST', credentials: 'same-origin', redirect: 'manual', cache: 'no-store', body: new URLSearchParams({ csrf_token: token }),
    });
    if (answer.ok) {
      session.heard = Date.now();
      session.channel?.postMessage(session.heard);
    }
    session.ended = answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect';
  } catch {
    // no network: the next change tries again, and the warning tells when time runs out
  }
}

function keepAlive(form) {
  let changed = false;
  let asked = Date.now();
  const due = () => {
    if (!changed || Date.now() - asked < KEEP_ALIVE_EVERY) return;
    asked = Date.now();
    changed = false;
    touchSession(form.dataset.keepAlive, form.elements.csrf_token?.value || '');
  };
  form.addEventListener('input', () => { changed = true; due(); });
  every(MINUTE / 2, due);
}

function idle(region) {
  const limit = Number(region.dataset.idleMinutes) * MINUTE;
  let shown = '';
  const stay = () => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = region.dataset.stay;
    button.addEventListener('click', async () => {
      const token = document.querySelector('input[name="csrf_token"]')?.value || '';
      await touchSession(region.dataset.keepAlive, token);
      look();
    });
    return button;
  };
  const look = () => {
    const left = session.ended ? 0 : limit - (Date.now() - session.heard);
    const state = left <= 0 ? 'ended' : left <= WARN_BEFORE ? 'soon' : '';
    if (state === shown) return;
    shown = state;
    region.replaceChildren();
    if (!state) return;
    const text = document.createElement('span');
    const ends = new Date(Date.now() + left).toLocaleTimeString(page.lang, { hour: '2-digit', minute: '2-digit', hour12: false, numberingSystem: 'latn' });
    text.textContent = fill(state === 'ended' ? region.dataset.ended : region.dataset.soon, { time: ends });
    region.append(text);
    if (state === 'soon' && region.dataset.keepAlive && region.dataset.stay) region.append(stay());
  };
  every(MINUTE / 4, look);
  listen(document, 'visibilitychange', look);
}

// ---- Chooser: find in, and select from, a long list

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

function chooser(root) {
  const rows = [...root.querySelectorAll('[data-chooser-item]')].map((row) => ({ row, box: row.querySelector('input[type="checkbox"]'), words: plain(row.textContent) }));
  const count = root.querySelector('[data-chooser-count]');
  const tally = () => { if (count) count.textContent = fill(count.dataset.text, { count: number(rows.filter((r) => r.box.checked).length), all: number(rows.length) }); };
  const filter = root.querySelector('[data-chooser-filter]');
  const found = root.querySelector('[data-chooser-found]');
  filter?.addEventListener('input', later(() => {
    const wanted = plain(filter.value.trim());
    rows.forEach((r) => { r.row.hidden = !r.words.includes(wanted); });
    each('[data-chooser-group]', (group) => { group.hidden = !group.querySelector('[data-chooser-item]:not([hidden])'); }, root);
    if (found) found.textContent = wanted ? fill(found.dataset.text, { count: number(rows.filter((r) => !r.row.hidden).length) }) : '';
  }, 150));
  // Enter in the filter would send the whole form
  filter?.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  each('[data-chooser-set]', (button) => {
    const group = button.closest('[data-chooser-group]') || root;
    button.addEventListener('click', () => {
      each('[data-chooser-item]:not([hidden]) input[type="checkbox"]', (box) => { box.checked = button.dataset.chooserSet === 'all'; }, group);
      button.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }, root);
  root.addEventListener('input', tally);
  tally();
}

// ---- Splitting a question where the cursor stands; an empty line says where without a script

function splitter(button) {
  const area = document.getElementById(button.dataset.split);
  const value = button.value;
  let touched = false;
  area?.addEventListener('focus', () => { touched = true; });
  button.addEventListener('click', () => {
    const text = area?.value.trim() || '';
    const at = touched && !/\n[^\S\n]*\n/u.test(text) ? area.selectionStart : 0;
    const characters = [...area?.value.slice(0, at) || ''].length;
    button.value = characters > 0 && at < area.value.trimEnd().length ? `${value}-${characters}` : value;
  });
}

// ---- A link into a text that scrolls beside it moves that text alone: the field one comes from stays where it is

function beside(pane) {
  listen(document, 'click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    const block = link && document.getElementById(link.hash.slice(1));
    if (!block || !pane.contains(block) || pane.contains(link) || pane.scrollHeight <= pane.clientHeight) return;
    event.preventDefault();
    pane.scrollTop += block.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
    block.focus({ preventScroll: true });
  });
}

// ---- A link to a paragraph's field shows the paragraph there: its fold opens, and its words are marked

function shows(link) {
  link.addEventListener('click', (event) => {
    const area = document.getElementById(link.hash.slice(1));
    const words = [...link.closest('.block').querySelector('p:not(.back)').childNodes].slice(1).map((node) => node.textContent).join('').trim();
    if (!(area instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    for (let fold = area.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    const from = area.value.indexOf(words);
    area.focus();
    area.scrollIntoView({ block: 'center' });
    if (from < 0) return;
    // browsers scroll a text to where its cursor is put, and not to what is marked
    area.setSelectionRange(from, from);
    area.blur();
    area.focus();
    area.setSelectionRange(from, from + words.length);
  });
}

// ---- Drop-downs close as one expects; the rail says where one is

function drops() {
  listen(document, 'click', (event) => each('.drop[open]', (drop) => { if (!drop.contains(event.target)) drop.open = false; }));
  listen(document, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    each('.drop[open], .rail[open]', (drop) => { drop.open = false; drop.querySelector('summary').focus(); });
  });
}

function rail(root) {
  const links = new Map([...root.querySelectorAll('a[href^="#"]')].map((link) => [document.getElementById(link.hash.slice(1)), link]));
  links.delete(null);
  const here = root.querySelector('[data-rail-here]');
  const show = (section) => {
    links.forEach((link, place) => (place === section ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    if (here) here.textContent = links.get(section).querySelector('b')?.textContent || '';
  };
  const seen = new IntersectionObserver((entries) => entries.forEach((entry) => { if (entry.isIntersecting) show(entry.target); }), { rootMargin: '-20% 0px -70% 0px' });
  links.forEach((link, section) => seen.observe(section));
  root.addEventListener('click', (event) => { if (event.target.closest('a')) root.open = false; });
}

// ---- A form whose buttons change the page: sent in the background, and the answer takes the page's place, so that Back leads to
// the page before. An answer that is another page, and whatever goes wrong, is left to the browser, which sends the form itself.

function inPlace(form) {
  const id = form.getAttribute('id');
  let plain = false;
  let busy = false;
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    const place = new URL(button?.getAttribute('formaction') || form.getAttribute('action'), location.href);
    if (plain || form.dataset.inPlace && place.hash !== `#${form.dataset.inPlace}`) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    // what would be typed meanwhile is not in what is sent
    document.body.inert = true;
    try {
      const body = new FormData(form);
      if (button?.name) body.append(button.name, button.value);
      const answer = await fetch(place, { method: 'POST', body, credentials: 'same-origin', cache: 'no-store' });
      // done: Back leads past the form, not to its being sent once more
      if (answer.redirected) { location.replace(answer.url); return; }
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!next.getElementById(id)) throw new Error('another page');
      session.heard = Date.now();
      replace(next, place.hash.slice(1));
    } catch {
      plain = true;
      document.body.inert = false;
      form.requestSubmit(button);
    }
  });
}

function replace(next, place) {
  const chosen = [...document.querySelectorAll('input[type="file"]')];
  const unfolded = [...document.querySelectorAll('[data-fold][open]')].map((fold) => fold.dataset.fold);
  shown.abort();
  shown = new AbortController();
  document.title = next.title;
  page.lang = next.documentElement.lang;
  page.dir = next.documentElement.dir;
  document.body.replaceWith(document.adoptNode(next.body));
  start();
  each('[data-fold]', (fold) => { fold.open ||= unfolded.includes(fold.dataset.fold); });
  // a file that was only translated around is still chosen; one that was read is not
  if (place === 'switch') chosen.forEach((input) => { document.getElementById(input.id).files = input.files; });
  const focus = document.querySelector('.errors') || document.getElementById(place) || document.getElementById('main');
  focus.focus({ preventScroll: true });
  focus.scrollIntoView();
  each('[data-said]', say);
}

// what changed is said in a region that was there before its text
function say(region) {
  const text = region.textContent;
  region.textContent = '';
  setTimeout(() => { region.textContent = text; }, 200);
}

// ---- A file dropped anywhere on the page goes into its field; the browser would leave the page for it

function dropped(input) {
  const said = document.getElementById(input.dataset.drop);
  const files = (event) => [...event.dataTransfer?.types || []].includes('Files');
  const over = (state) => page.toggleAttribute('data-dragging', state);
  listen(document, 'dragover', (event) => { if (files(event)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; over(true); } });
  listen(document, 'dragleave', (event) => { if (!event.relatedTarget) over(false); });
  listen(document, 'drop', (event) => {
    if (!files(event)) return;
    event.preventDefault();
    over(false);
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    input.files = one.files;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
    said.textContent = fill(said.dataset.text, { name: one.files[0].name });
  });
  input.addEventListener('change', () => { said.textContent = ''; });
}

function start() {
  each('textarea[data-word-limit]', counter);
  each('select[data-language-of]', answerLanguage);
  each('form[data-unsaved]', unsaved);
  each('form[data-keep-alive]', keepAlive);
  each('form[data-in-place]', inPlace);
  each('input[data-drop]', dropped);
  each('[data-idle-minutes]', idle);
  each('[data-chooser]', chooser);
  each('[data-split]', splitter);
  each('.rail', rail);
  each('[data-beside]', beside);
  each('[data-show]', shows);
  each('[data-script]', (element) => { element.hidden = false; });
  each('[data-print]', (button) => { button.hidden = false; button.addEventListener('click', () => window.print()); });
  drops();
}

start();
// the browser follows an address's fragment, but what is wrong comes first
document.querySelector('.errors')?.focus();
