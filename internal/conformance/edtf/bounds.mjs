// Reads one JSON string (an EDTF text) a line from standard input and writes,
// a line each, what edtf.js makes of it: {"error": …} or {"earliest", "latest"}
// as days, empty where there is no bound.
import { createInterface } from 'node:readline'
import edtf from 'edtf'

process.env.TZ = 'UTC' // a time without a zone is not to depend on the machine

function day(time) {
  if (time === null || !Number.isFinite(time)) return ''
  const [date] = new Date(time).toISOString().split('T')
  const [, sign, year, rest] = /^([+-]?)(\d+)(-\d\d-\d\d)$/.exec(date)
  const number = Number(year)
  const shown = String(number).padStart(4, '0') + rest
  if (sign === '-') return '-' + shown
  return number > 9999 ? '+' + shown : shown
}

function bounds(text) {
  try {
    const { min, max } = edtf(text, { level: 3 }) // all it knows
    if (Number.isNaN(min) || Number.isNaN(max)) return { error: 'out of range' }
    return { earliest: day(min), latest: day(max) }
  } catch (error) {
    return { error: error.message.split('\n')[0] }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(bounds(JSON.parse(line))))
}
