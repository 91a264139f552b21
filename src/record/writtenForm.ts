/** In which order a date of three numbers is written. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** An encoding is named by the format, in the order in which they are tried; nothing else is ever assumed. */
export type Encoding = 'utf-8' | 'windows-1252';
