// @ts-check
// htmx, as far as the modules use it. It is no module, and comes before them.

/**
 * @typedef {object} Htmx
 * @property {(what: { text: string, sourceElement: Element, target: Element, swap: string }) => Promise<void>} swap
 * @property {(element: Element) => void} process
 * @property {{ defaultTimeout: number }} config
 */

export const { htmx } = /** @type {typeof globalThis & { htmx: Htmx }} */ (globalThis);
