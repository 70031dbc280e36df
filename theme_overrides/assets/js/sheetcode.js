// Ratings as a short code to read aloud, and back: groups of four characters.
// A code is the sheet's tag (15 bits), its version (5 bits), the ratings as one number, and check characters.
// Characters are elements of the field of 32. A block of whole groups is a Reed–Solomon code with at least three check
// characters: any three wrong characters are noticed, so every swap of neighbours too, and a single one is found.
globalThis.sheetCode = (() => {
  const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const GROUP = 4;
  const CHECKS = 3;
  const LONGEST_BLOCK = 28;
  const HEAD = 4;
  const LONGEST_TO_READ = 24;

  // The field: powers of a root of x⁵ + x² + 1.
  const power = [];
  const log = new Array(32);
  for (let i = 0, value = 1; i < 31; i += 1) {
    power[i] = value;
    log[value] = i;
    value = value & 16 ? (value << 1) ^ 37 : value << 1;
  }
  const times = (a, b) => (a && b ? power[(log[a] + log[b]) % 31] : 0);
  const timesPower = (a, n) => (a ? power[(log[a] + n) % 31] : 0);

  const generator = (checks) => {
    let made = [1];
    for (let i = 1; i <= checks; i += 1) {
      made = [...made, 0].map((value, at) => value ^ timesPower(made[at - 1] ?? 0, i));
    }
    return made;
  };
  const withChecks = (data, checks) => {
    const by = generator(checks);
    const rest = [...data, ...new Array(checks).fill(0)];
    data.forEach((_, at) => {
      const lead = rest[at];
      by.forEach((value, i) => {
        rest[at + i] ^= times(value, lead);
      });
    });
    return [...data, ...rest.slice(data.length)];
  };
  const syndromes = (block, checks) => {
    const found = [];
    for (let i = 1; i <= checks; i += 1) {
      found.push(block.reduce((sum, value) => timesPower(sum, i) ^ value, 0));
    }
    return found;
  };

  // How long the ratings are, and how the code is laid out in blocks.
  const digits = (sheet) => {
    let most = BigInt(sheet.steps + 1) ** BigInt(sheet.statements) - 1n;
    let count = 0;
    while (most) {
      most >>= 5n;
      count += 1;
    }
    return Math.max(1, count);
  };
  const layout = (sheet) => {
    const data = HEAD + digits(sheet);
    const blocks = Math.ceil(data / (LONGEST_BLOCK - CHECKS));
    return Array.from({ length: blocks }, (_, i) => {
      const held = Math.floor(data / blocks) + Number(i < data % blocks);
      const whole = Math.ceil((held + CHECKS) / GROUP) * GROUP;
      return { held, checks: whole - held };
    });
  };
  const length = (sheet) => layout(sheet).reduce((sum, { held, checks }) => sum + held + checks, 0);
  const head = ({ tag, version }) => [tag >> 10, (tag >> 5) & 31, tag & 31, version & 31];
  const grouped = (text) => text.match(/.{1,4}/g)?.join(" ") ?? "";

  const encode = (ratings, sheet) => {
    let number = ratings.reduce((sum, value) => sum * BigInt(sheet.steps + 1) + BigInt(value), 0n);
    const said = new Array(digits(sheet));
    for (let i = said.length - 1; i >= 0; i -= 1) {
      said[i] = Number(number & 31n);
      number >>= 5n;
    }
    const data = [...head(sheet), ...said];
    const code = layout(sheet).flatMap(({ held, checks }) => withChecks(data.splice(0, held), checks));
    return grouped(code.map((value) => LETTERS[value]).join(""));
  };

  // What somebody heard or typed: small letters, hyphens, and letters that look like numbers.
  const clean = (text) =>
    text
      .toUpperCase()
      .replace(/[\s\-–—.·]/g, "")
      .replaceAll("O", "0")
      .replace(/[IL]/g, "1");

  // Where a single wrong character is, or two neighbours that changed places; -1 if it is neither, or could be several.
  const slip = (block, checks) => {
    const [first, second, ...more] = syndromes(block, checks);
    if (first && second) {
      const at = (log[second] - log[first] + 31) % 31;
      const place = block.length - 1 - at;
      if (place >= 0 && more.every((value, i) => value === timesPower(second, at * (i + 1)))) return place;
    }
    const swaps = block
      .map((_, i) => i)
      .filter((i) => {
        if (!i) return false;
        const back = [...block];
        [back[i - 1], back[i]] = [back[i], back[i - 1]];
        return syndromes(back, checks).every((value) => !value);
      });
    return swaps.length === 1 ? swaps[0] : -1;
  };

  // The code of another sheet is whole, though it may be of another length.
  const isWhole = (values) =>
    values.length % GROUP === 0 && values.length <= LONGEST_BLOCK && syndromes(values, CHECKS).every((value) => !value);
  const foreign = (values, sheet) => {
    const tag = (values[0] << 10) | (values[1] << 5) | values[2];
    if (tag !== sheet.tag) return { fault: "sheet" };
    return values[3] === (sheet.version & 31) ? null : { fault: "version", version: values[3] };
  };

  // → {ratings, code}, or {fault}: empty, sign (group), length (count, expected), sheet, version (version),
  // typed (group or 0).
  const decode = (text, sheet) => {
    const code = clean(text);
    if (!code) return { fault: "empty" };
    const values = [...code].map((letter) => LETTERS.indexOf(letter));
    const strange = values.indexOf(-1);
    if (strange >= 0) return { fault: "sign", group: Math.floor(strange / GROUP) + 1, sign: code[strange] };
    const expected = length(sheet);
    if (values.length !== expected) {
      return (isWhole(values) && foreign(values, sheet)) || { fault: "length", count: values.length, expected };
    }
    const data = [];
    let from = 0;
    for (const { held, checks } of layout(sheet)) {
      const block = values.slice(from, from + held + checks);
      if (syndromes(block, checks).some(Boolean)) {
        if (from === 0 && isWhole(values)) return foreign(values, sheet) ?? { fault: "typed", group: 0 };
        const place = slip(block, checks);
        return { fault: "typed", group: place < 0 ? 0 : Math.floor((from + place) / GROUP) + 1 };
      }
      data.push(...block.slice(0, held));
      from += block.length;
    }
    const other = foreign(data, sheet);
    if (other) return other;
    let number = data.slice(HEAD).reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
    const base = BigInt(sheet.steps + 1);
    const ratings = new Array(sheet.statements);
    for (let i = ratings.length - 1; i >= 0; i -= 1) {
      ratings[i] = Number(number % base);
      number /= base;
    }
    return number ? { fault: "typed", group: 0 } : { ratings, code: grouped(code) };
  };

  // Several codes pasted at once: one a line or between commas, or one after the other.
  const split = (text, sheet) => {
    const size = length(sheet);
    return text
      .split(/[\n,;]+/)
      .flatMap((part) => {
        const code = clean(part);
        return code.length > size && code.length % size === 0
          ? code.match(new RegExp(`.{${size}}`, "g"))
          : [part.trim()];
      })
      .filter((part) => clean(part));
  };

  const fits = (sheet) => length(sheet) <= LONGEST_TO_READ;
  return { LETTERS, encode, decode, split, length, fits, grouped };
})();
