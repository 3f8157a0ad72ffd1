import { isObject, textAt } from '../../base/json.js';

/** A key of an input that names what it is about, and a value short enough for a line: an order's number, not its contents. */
const HANDLE_KEY = /(^i|I|_i)d$/;
const SECRET_KEY = /secret|token|password|credential|key|session|national|citizen|card|tax/i;
const HANDLE = /^[\w.:/-]{1,64}$/;

/** Returns the first handle in an input, its key and its value, by which the input can be found. The rest of it is never shown. */
export function inputHandle(value: unknown): readonly string[] | undefined {
  const entries = isObject(value) ? Object.keys(value).map((key) => [key, textAt(value, key) ?? '']) : [];
  return entries.find(
    ([key = '', text = '']) => HANDLE_KEY.test(key) && !SECRET_KEY.test(key) && HANDLE.test(text) && key.length <= 30,
  );
}
