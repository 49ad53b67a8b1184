// The sample by keyboard: e accepts all by this rule, m draws another sample; j k Enter walk through the rules.
document.addEventListener('keydown', (event) => {
  if (document.querySelector('dialog[open]') || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.matches('input, textarea, select')) return;
  if (event.key === 'e') document.getElementById('accept')?.click();
  else if (event.key === 'm') document.getElementById('another')?.click();
  else return;
  event.preventDefault();
});
