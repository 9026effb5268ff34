// The clock of a timer that runs: an element with data-seconds counts on from there, by this machine's clock only in so far as
// it tells how much later it is.

const starts = new WeakMap();

function show() {
  for (const clock of document.querySelectorAll('[data-seconds]')) {
    if (!starts.has(clock)) starts.set(clock, Date.now() - Number(clock.dataset.seconds) * 1000);
    const seconds = Math.max(0, Math.floor((Date.now() - starts.get(clock)) / 1000));
    const two = number => String(number).padStart(2, '0');
    clock.textContent = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }
}

show();
setInterval(show, 1000);
