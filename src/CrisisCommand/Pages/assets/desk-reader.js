// @ts-check
// The desk of one who reads the log and does not write it.
import { begin } from './desk-start.js';

begin();
