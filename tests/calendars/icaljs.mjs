// Read calendars by ical.js: JSON of name → text in, name → entries out. The library's file is the first argument.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);

/** A day as it is, a moment in UTC. */
const said = (time) => (time ? (time.isDate ? time.toString() : time.toJSDate().toISOString().replace("Z", "+00:00")) : null);

const read = (text) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    begins: said(event.getFirstPropertyValue("dtstart")),
    ends: said(event.getFirstPropertyValue("dtend")),
    name: event.getFirstPropertyValue("summary"),
    text: event.getFirstPropertyValue("description") ?? "",
    place: event.getFirstPropertyValue("location") ?? "",
    status: event.getFirstPropertyValue("status"),
    number: event.getFirstPropertyValue("sequence"),
    told: said(event.getFirstPropertyValue("last-modified")),
    made: said(event.getFirstPropertyValue("dtstamp")),
    shown_as: event.getFirstPropertyValue("transp"),
    categories: event.getFirstProperty("categories").getValues(),
  }));

const asked = JSON.parse(readFileSync(0, "utf-8"));
const told = Object.fromEntries(Object.entries(asked).map(([name, text]) => [name, read(text)]));
process.stdout.write(JSON.stringify(told));
