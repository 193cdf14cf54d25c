// Forms that need a passkey: the question is asked for, the browser's authenticator answers it, and the answer is posted with the form.
(() => {
  'use strict';
  if (!window.PublicKeyCredential || !navigator.credentials) { return; }

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }));

  async function ask(form, kind) {
    const body = new FormData();
    body.set('__RequestVerificationToken', form.querySelector('[name="__RequestVerificationToken"]').value);
    body.set('returnUrl', '/');
    const answer = await fetch(`/account/passkey/${kind}`, { method: 'POST', body, credentials: 'same-origin' });
    if (!answer.ok) { throw new Error('No question.'); }
    return answer.json();
  }

  async function make(form) {
    const options = await ask(form, 'creation');
    const key = await navigator.credentials.create({
      publicKey: { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: known(options.excludeCredentials) },
    });
    return {
      id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(), authenticatorAttachment: key.authenticatorAttachment ?? undefined,
      response: { clientDataJSON: text(key.response.clientDataJSON), attestationObject: text(key.response.attestationObject), transports: key.response.getTransports?.() ?? [] },
    };
  }

  async function use(form) {
    const options = await ask(form, 'request');
    const key = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) } });
    const said = key.response;
    return {
      id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(), authenticatorAttachment: key.authenticatorAttachment ?? undefined,
      response: { clientDataJSON: text(said.clientDataJSON), authenticatorData: text(said.authenticatorData), signature: text(said.signature), userHandle: said.userHandle ? text(said.userHandle) : undefined },
    };
  }

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const problem = form.querySelector('.problem');
      const button = form.querySelector('button[type="submit"]');
      problem.hidden = true;
      button.disabled = true;
      try {
        form.querySelector('[name$="credential" i]').value = JSON.stringify(await (form.dataset.passkey === 'creation' ? make(form) : use(form)));
        form.submit();
      } catch {
        problem.hidden = false;
        button.disabled = false;
      }
    });
  }
})();
