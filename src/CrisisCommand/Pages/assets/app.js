// @ts-check
// What every page does with a script: ages that go on, and forms that say when nobody answered. Without it the pages still read and send.
import { ages } from './ages.js';
import { around } from './dom.js';

ages();
setInterval(ages, 1000);

// A form that nobody answered: the words stay where they are, and its key makes sending again safe.
document.addEventListener('htmx:error', (e) => {
  const problem = Object.assign(document.createElement('div'), { className: 'problem', role: 'alert' });
  const said = document.createElement('p');
  said.textContent = document.body.dataset.unanswered ?? '';
  problem.append(said);
  around(e, 'form', HTMLFormElement)?.querySelector('.answer')?.replaceChildren(problem);
});
