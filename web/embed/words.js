// Words in the language of the thread, as they came with it.
export class Words {
  constructor(section) {
    this.texts = JSON.parse(section.dataset.words);
    try {
      this.plurals = new Intl.PluralRules(section.lang);
    } catch {
      this.plurals = new Intl.PluralRules('en');
    }
  }

  say(key, values = {}) {
    return this.texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  }

  number(count) {
    return String(count).replace(/\d/g, digit => this.texts['number.digits'][digit]);
  }

  count(key, count) {
    const form = `${key}.${this.plurals.select(count)}`;
    return this.say(form in this.texts ? form : `${key}.other`, { n: this.number(count) });
  }
}
