// The sandbox's control interface over HTTP, and its stream of events.

/** What the sandbox refused (`status` is its HTTP status) or could not be asked at all (`status` 0). */
class ControlError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const post = (path, body, signal) => call('POST', path, body, signal);
export const remove = (path) => call('DELETE', path);

async function call(method, path, body, signal) {
  let response;
  try {
    response = await fetch(`/control/${path}`, {
      method,
      signal,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ControlError(0, error.message);
  }
  return read(response.status, await response.json().catch(() => null));
}

function read(status, answer) {
  if (status >= 400) throw new ControlError(status, answer?.error ?? `HTTP ${status}`);
  if (answer === null) throw new ControlError(status, 'the answer is no JSON');
  return answer;
}

/** Sends a form with a file; `progress` hears the share that has gone, 0 to 1. Only XMLHttpRequest tells it. */
export function upload(path, form, { progress, signal }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/control/${path}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ControlError(0, 'the connection was lost'));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    request.onload = () => {
      try {
        resolve(read(request.status, request.response));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

const FIRST_WAIT = 400;
const LONGEST_WAIT = 5000;

/**
 * Listens to /control/events until the page is left. `opened` is awaited on every connection, before its first
 * event is given on: it reads what was missed. When it fails, or the stream breaks, `closed` is called and the
 * connection is tried again, ever more slowly.
 */
export function listen({ opened, closed, event }) {
  let wait = FIRST_WAIT;

  function connect() {
    const source = new EventSource('/control/events');
    let queue = [];
    let ended = false;

    const end = () => {
      if (ended) return;
      ended = true;
      source.close();
      closed();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };

    source.onerror = end;
    source.onmessage = ({ data }) => {
      const parsed = JSON.parse(data);
      if (queue) queue.push(parsed);
      else event(parsed);
    };
    source.onopen = async () => {
      try {
        await opened();
      } catch (error) {
        console.warn('the sandbox could not be read', error);
        end();
        return;
      }
      if (ended) return;
      wait = FIRST_WAIT;
      queue.forEach(event);
      queue = null;
    };
  }

  connect();
}
