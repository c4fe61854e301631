
"use strict";
// Looks for people and puts them in order. Nothing of a journal is ever read as markup here.
(() => {
  const [find, words, order, found, list] = ["find", "words", "order", "found", "cards"].map((id) => document.getElementById(id));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const cards = [...list.children].map((card, at) => ({ card, at, text: plain(card.textContent), ...card.dataset }));
  // What is empty comes last.
  const byDay = (key) => (a, b) => !a[key] - !b[key] || (a[key] ?? "").localeCompare(b[key] ?? "") || a.at - b.at;
  const orders = {
    name: (a, b) => a.at - b.at,
    last: byDay("last"),
    due: byDay("due"),
    balance: (a, b) => b.balance - a.balance || a.at - b.at,
  };
  const search = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, text } of cards) {
      card.hidden = !wanted.every((word) => text.includes(word));
      shown += !card.hidden;
    }
    found.textContent = found.dataset.words.replace("#", shown);
  };
  words.addEventListener("input", search);
  order.addEventListener("change", () => list.append(...cards.sort(orders[order.value]).map(({ card }) => card)));
  find.hidden = cards.length === 0;
  search();
})();
