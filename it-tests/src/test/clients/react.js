import {
  PassageAuth,
  PassageAuthGuard,
  PassageProvider,
  PassageUnAuthGuard,
  usePassage,
} from '@passageidentity/passage-react';
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const appId = new URLSearchParams(location.search).get('app');

/** What is for people who are signed in. */
function Account() {
  const { getCurrentUser, signOut } = usePassage();
  const [email, setEmail] = useState('');
  useEffect(() => {
    void getCurrentUser()
      .userInfo()
      .then((user) => setEmail(user.email));
  }, []);
  const leave = () => signOut().then(() => location.reload());
  return createElement(
    'p',
    {},
    createElement('output', { 'data-testid': 'email' }, email),
    createElement('button', { 'data-testid': 'sign-out', onClick: leave }, 'Sign out'),
  );
}

createRoot(document.querySelector('main')).render(
  createElement(
    PassageProvider,
    { appId },
    createElement(PassageAuthGuard, {}, createElement(Account)),
    createElement(PassageUnAuthGuard, {}, createElement(PassageAuth, { onSuccess: () => location.reload() })),
  ),
);
