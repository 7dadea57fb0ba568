//! Decides which texts from untrusted files are URLs that may become links.

/// Whether a text is a URL that may become a link: http or https, with a host, without user name and password, and
/// without characters that browsers remove, reverse, or interpret differently from people.
///
/// This check is the only protection: a content security policy does not restrict the targets of links.
pub fn is_web_address(text: &str) -> bool {
    let scheme_and_rest = text.split_once("://");
    let Some((scheme, rest)) = scheme_and_rest else { return false };
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    known && text.len() <= MAX_BYTES && is_authority(authority) && !text.chars().any(is_bad)
}

/// Longer URLs do not work in all browsers.
const MAX_BYTES: usize = 2_000;

/// Whether a text is a host with an optional port.
fn is_authority(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(six) => match six.split_once(']') {
            Some((host, port)) => return is_ipv6(host) && is_port(port),
            None => return false,
        },
        None => authority.split_once(':').map_or((authority, ""), |(host, _)| (host, &authority[host.len()..])),
    };
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    // A host may end with a full stop.
    is_port(port) && host.strip_suffix('.').unwrap_or(host).split('.').all(part)
}

fn is_ipv6(host: &str) -> bool {
    host.contains(':') && host.chars().all(|c| c.is_ascii_hexdigit() || c == ':' || c == '.')
}

/// Whether a text is empty, or a colon and a port number.
fn is_port(port: &str) -> bool {
    port.is_empty() || port.strip_prefix(':').is_some_and(|number| number.parse::<u16>().is_ok())
}

/// Whether a character is not allowed: white space, control characters and invisible characters; the backslash, which
/// browsers treat as a slash; and delimiters of URLs in texts.
fn is_bad(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\\' | '"' | '<' | '>' | '`' | '^' | '{' | '|' | '}')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_urls_may_become_links() {
        for address in [
            "https://example.org",
            "http://example.org/",
            "HTTPS://Example.org/a?b=c&d#e",
            "https://example.org:8080/a;b=c/'d'/(e)/@f:g",
            "https://example.org.",
            "https://bücher.example/straße",
            "https://xn--bcher-kva.example/",
            "http://127.0.0.1:9/",
            "http://[::1]:80/x",
            "https://example.org?q=%22%3Cscript%3E",
            "https://web.archive.org/web/2021/https://example.org/",
        ] {
            assert!(is_web_address(address), "{address}");
        }
    }

    #[test]
    fn other_texts_may_not_become_links() {
        for text in [
            "",
            "https://",
            "https:///path",
            "https://?q",
            "https:example.org",
            "https:/example.org",
            "//example.org",
            "/path",
            "example.org",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "javascript\u{0}:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "javascript&colon;alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "data://text/html,x",
            "vbscript:msgbox(1)",
            "blob:https://example.org/1",
            "file:///etc/passwd",
            "filesystem:https://example.org/",
            "view-source:https://example.org/",
            "about:blank",
            "ftp://example.org/",
            "ws://example.org/",
            "mailto:a@example.org",
            " https://example.org",
            "https://example.org ",
            "https://exam ple.org",
            "ht\ntps://example.org",
            "https://example.org/\r\nx",
            "https://user@example.org/",
            "https://user:secret@example.org/",
            "https://example.org@evil.example/",
            "https://example.org\\@evil.example/",
            "https:\\\\example.org",
            "https://example.org:port/",
            "https://example.org:99999/",
            "https://example.org:/",
            "https://-.-..x/",
            "https://.example.org/",
            "https://exa%6dple.org/",
            "https://example.org\u{202e}gro.live//",
            "https://example\u{200b}.org/",
            "https://exam\u{ad}ple.org/",
            "https://[::1/",
            "https://[example]/",
            "https://example.org/\"onclick=alert(1)",
            "https://example.org/<b>",
            "\u{feff}https://example.org/",
            "httpſ://example.org/",
            "https\u{ff1a}//example.org/",
            "https://example.org\u{ff0f}evil/",
        ] {
            assert!(!is_web_address(text), "{text:?}");
        }
        assert!(!is_web_address(&format!("https://example.org/{}", "a".repeat(3_000))));
    }
}
