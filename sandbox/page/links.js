// Which addresses a message may lead to, and which of them stay inside the page.

const SAFE = new Set(['http:', 'https:', 'mailto:', 'tel:', 'tg:']);
const HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog']);

/** `address` as a link that is safe to follow, or null; a bare "example.org/x" is taken as https. */
export function safe(address) {
  const url = parse(address) ?? parse(`https://${address}`);
  return url && SAFE.has(url.protocol) ? url.href : null;
}

/**
 * What a link to `username` means here: {parameter} for t.me/<bot>?start=…, {parameter: null} for the bot's own
 * address, null for any other link.
 */
export function deepLink(address, username) {
  const url = parse(address);
  if (!url) return null;
  let name = null;
  if (url.protocol === 'tg:' && (url.host || url.pathname.replace(/^\/+/, '')) === 'resolve') name = url.searchParams.get('domain');
  if (/^https?:$/.test(url.protocol) && HOSTS.has(url.host.replace(/^www\./, ''))) name = url.pathname.replace(/^\/|\/$/g, '');
  if (name?.toLowerCase() !== username.toLowerCase()) return null;
  return { parameter: url.searchParams.get('start') };
}

function parse(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
