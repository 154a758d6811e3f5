import 'react';

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Lets a whole folder be chosen; every current browser knows it, React's types do not. */
    webkitdirectory?: T extends HTMLInputElement ? string : never;
  }
}
