// The word filters of npm on the same comments: user CPU of this process, in microseconds a comment.
// Usage: node measure.mjs TEXTS ROUNDS SECONDS     TEXTS is a JSON array of strings. After SECONDS of user CPU three rounds suffice.
// Prints one line a library: name, version, rounds, best, median, rows, how many texts it found something in.
import { readFileSync } from "node:fs";
import { Filter } from "bad-words";
import { Profanity } from "@2toad/profanity";
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from "obscenity";

const [file, rounds, patience] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, "utf8"));
const version = name => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const words = new Filter();
const profanity = new Profanity();
measure("obscenity", text => matcher.hasMatch(text));
measure("bad-words", text => words.isProfane(text));
measure("@2toad/profanity", text => profanity.exists(text));

function measure(name, finds) {
  const times = [];
  let found;
  const started = process.cpuUsage().user;
  while (times.length < 3 || (times.length < Number(rounds) && process.cpuUsage().user - started < Number(patience) * 1e6)) {
    const before = process.cpuUsage().user;
    let [rows, hits] = [0, 0];
    for (const text of texts) {
      rows++;
      if (finds(text)) hits++;
    }
    times.push((process.cpuUsage().user - before) / rows);
    if (rows !== texts.length || (found ??= hits) !== hits) throw new Error(`${name}: round ${times.length} gave another answer`);
  }
  times.sort((a, b) => a - b);
  console.log([name, version(name), times.length, times[0], times[times.length >> 1], texts.length, found].join("\t"));
}
