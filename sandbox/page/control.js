// The sandbox's control interface over HTTP, and its stream of events.

/** What the sandbox refused (`status` is its HTTP status) or could not be asked at all (`status` 0). */
export class ControlError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const get = (path, signal) => call('GET', path, undefined, signal);
export const post = (path, body, signal) => call('POST', path, body, signal);

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
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new ControlError(response.status, answer?.error ?? `HTTP ${response.status}`);
  if (answer === null) throw new ControlError(response.status, 'the answer is no JSON');
  return answer;
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
