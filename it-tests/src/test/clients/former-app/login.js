import '@passageidentity/passage-elements/passage-login';
