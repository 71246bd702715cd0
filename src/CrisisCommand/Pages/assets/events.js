// @ts-check
// Server-sent events as they come (WHATWG HTML §9.2.6), as far as ours go.

/** @typedef {{ name: string, data: string, id: number | null }} StreamEvent */

/** @returns {{ name: string, data: string[], id: number | null }} */
const begun = () => ({ name: 'message', data: [], id: null });

/**
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @returns {AsyncGenerator<StreamEvent, void, void>}
 */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let event = begun();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, field, text] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (line === '') {
        if (event.data.length) yield { ...event, data: event.data.join('\n') };
        event = begun();
      } else if (field === 'data') event.data.push(text);
      else if (field === 'event') event.name = text;
      else if (field === 'id') event.id = Number(text);
    }
  }
}
