//! Against a real server on the loopback address.

use super::*;
use std::io::{Read, Write};
use std::net::TcpListener;
use tenkyo_model::Media;

/// Serves `answer(path)` until the test ends; gives the address of its root.
fn server(answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let len = stream.read(&mut request).unwrap_or(0);
            let head = String::from_utf8_lossy(&request[..len]).into_owned();
            let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
            // The client may have gone away: a body over the limit is cut off.
            let _ = stream.write_all(&answer(&path));
        }
    });
    root
}

fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn local() -> Options {
    Options { allow_private: true, timeout: Duration::from_secs(10) }
}

fn fault(address: &str) -> String {
    page(address, &local()).unwrap_err().fault.to_string()
}

#[test]
fn a_page_in_shift_jis_behind_a_redirect() {
    let root = server(|path| match path {
        "/old" => answer("302 Found", "location: /new\r\n", b""),
        _ => {
            let (body, ..) = encoding_rs::SHIFT_JIS.encode("<p>会談は終わった。");
            answer("200 OK", "content-type: text/html; charset=Shift_JIS\r\n", &body)
        }
    });
    let capture = page(&format!("{root}/old"), &local()).unwrap();
    assert_eq!((capture.text.as_str(), capture.media), ("<p>会談は終わった。", Media::Html));
    assert_eq!(capture.declared.url, Some(format!("{root}/new")));
}

#[test]
fn private_addresses_are_refused_unless_allowed() {
    let root = server(|_| answer("200 OK", "", "会談は終わった。".as_bytes()));
    let refused = page(&root, &Options::default()).unwrap_err();
    assert!(matches!(refused.fault, Fault::Private(_, ip) if ip.is_loopback()), "{refused}");
    assert!(page(&root.replace("127.0.0.1", "localhost"), &Options::default()).is_err());
    assert!(page(&root, &local()).is_ok());
}

#[test]
fn each_redirect_is_checked() {
    let root = server(|path| match path {
        "/file" => answer("301 Moved Permanently", "location: file:///etc/passwd\r\n", b""),
        _ => answer("302 Found", "location: /again\r\n", b""),
    });
    assert!(fault(&format!("{root}/file")).contains("only addresses"));
    assert!(fault(&format!("{root}/loop")).contains("more than 5 times"));
}

#[test]
fn statuses_and_sizes_are_told() {
    let root = server(|path| match path {
        "/gone" => answer("404 Not Found", "", b"x"),
        _ => answer("200 OK", "", &vec![b'a'; file::MAX_BYTES as usize + 1]),
    });
    assert!(fault(&format!("{root}/gone")).contains("404"));
    assert!(fault(&format!("{root}/huge")).contains("16 MiB"));
}

#[test]
fn other_schemes_are_no_pages() {
    assert!(is_address("ftp://example.org/a") && !is_address("a/b.txt") && !is_address("C:\\a"));
    assert!(fault("ftp://example.org/a").contains("only addresses"));
}
