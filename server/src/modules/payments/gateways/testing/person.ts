/** Somebody at a gateway's page, with a browser that runs no script. */
export class Person {
  /** Opens a page and presses its buttons, one page after the other. Returns where the last one leads back to. */
  async press(url: string, ...values: readonly string[]): Promise<string> {
    let page = await this.open(url);
    for (const value of values) {
      if (!page.includes(`name="do" value="${value}"`)) throw new Error(`no button ${value} on ${url}`);
      const answer = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ do: value }),
        redirect: 'manual',
      });
      const back = answer.headers.get('location');
      if (back !== null) return back;
      page = await answer.text();
    }
    return url;
  }

  /** The text of a page. */
  async open(url: string): Promise<string> {
    const answer = await fetch(url);
    if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
    return answer.text();
  }
}
