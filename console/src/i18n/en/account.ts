import type { account as zh } from '../zh-CN/account.ts';

export const account: typeof zh = {
  signIn: {
    title: 'Sign in',
    lead: 'For the operator and the members. Public data and product checks need no account.',
    submit: 'Sign in',
    failed: 'The e-mail address or the password is wrong.',
  },
  setup: {
    title: 'The first operator',
    lead: 'This is done once. The one-time token in the link stays in your browser and is in no requested URL.',
    submit: 'Finish',
    noToken: 'The link has no one-time token',
    noTokenText: 'Use the complete link that the terminal showed at start-up, with the part after #.',
    done: 'The platform is set up',
    doneText: 'There is a first operator already: sign in.',
    token: 'One-time token',
  },
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordAgain: 'Password again',
  passwordHint: 'At least 10 characters; a sentence that you remember is good.',
  invalid: {
    name: 'Enter your name.',
    email: 'Enter a valid e-mail address.',
    password: 'The password needs at least 10 characters.',
    passwordAgain: 'The two passwords differ.',
    required: 'Fill this in.',
  },
};
