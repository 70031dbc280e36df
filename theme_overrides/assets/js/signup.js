// What is open closes itself: the last day to sign up counts as open, in Oslo, up to its clock where it has one.
// data-closes is that day or moment where one is known, data-over when what one signs up for is over. Whom to ask stays
// until then.
(() => {
  const { now, isOver, inWords, upper } = window.stifinner;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const at = now();
  const isPast = (ends) => Boolean(ends) && isOver({ ends }, at);

  for (const el of all("[data-signup]")) {
    const { closes, over, wordClosed } = el.dataset;
    const closed = isPast(closes);
    el.hidden = isPast(over);
    el.classList.toggle("is-closed", closed);
    for (const part of all("[data-while-open]", el)) part.hidden = closed;
    const word = el.querySelector("[data-left]");
    if (word && closes)
      word.textContent = closed ? wordClosed : upper(inWords({ begins: closes, ends: closes }, "day", at));
  }

  for (const section of all("[data-signups]"))
    section.hidden = all("[data-signup]", section).every(({ hidden }) => hidden);
  const isOpen = all(".signups > [data-signup]").some((el) => !el.hidden && !el.classList.contains("is-closed"));
  for (const button of all("[data-to-signups]")) button.hidden = !isOpen;

  // The way into a meeting goes when the meeting is over.
  for (const meeting of all("[data-meeting]")) meeting.hidden = isPast(meeting.dataset.over);
})();
