// The library's choices. They stand in the address, so that what one has found can be shared: #kind=film&role=leder.
// Without this file the choices are not shown, and every resource is.
(() => {
  const library = document.querySelector("[data-library]");
  const filters = library?.querySelector("[data-filters]");
  if (!filters) return;
  const rows = [...library.querySelectorAll(".res")];
  const count = library.querySelector("[data-count]");
  const none = library.querySelector("[data-none]");
  const inputs = [...filters.querySelectorAll("[data-facet]")];
  const facets = [...new Set(inputs.map((input) => input.dataset.facet))];

  const chosen = () => {
    const found = {};
    for (const input of inputs) {
      if (input.value && (input.type !== "radio" || input.checked)) found[input.dataset.facet] = input.value;
    }
    return found;
  };
  const choose = (values) => {
    for (const input of inputs) {
      const wanted = values.get(input.dataset.facet) ?? "";
      if (input.type === "radio") input.checked = input.value === wanted;
      else input.value = [...input.options].some(({ value }) => value === wanted) ? wanted : "";
    }
    // A value that no choice has (an old link) is no choice.
    for (const facet of facets) {
      const radios = inputs.filter((input) => input.type === "radio" && input.dataset.facet === facet);
      if (radios.length && !radios.some((radio) => radio.checked)) radios[0].checked = true;
    }
  };
  const show = () => {
    const wanted = Object.entries(chosen());
    let shown = 0;
    for (const row of rows) {
      const fits = wanted.every(([facet, key]) => (row.getAttribute(`data-${facet}`) ?? "").split(" ").includes(key));
      row.hidden = !fits;
      shown += Number(fits);
    }
    for (const input of inputs) input.classList.toggle("is-set", input.type !== "radio" && input.value !== "");
    const total = rows.length;
    const text = wanted.length ? library.dataset.shown : total === 1 ? library.dataset.everyOne : library.dataset.every;
    count.textContent = text.replace("{n}", shown).replace("{total}", total);
    none.hidden = shown > 0;
  };
  const keep = () => {
    const hash = new URLSearchParams(chosen()).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  };
  const recall = () => {
    choose(new URLSearchParams(location.hash.slice(1)));
    show();
  };

  filters.hidden = false;
  filters.addEventListener("change", () => {
    show();
    keep();
  });
  library.querySelector("[data-reset]").addEventListener("click", () => {
    choose(new URLSearchParams());
    show();
    keep();
    inputs[0].focus();
  });
  addEventListener("hashchange", recall);
  recall();
})();
