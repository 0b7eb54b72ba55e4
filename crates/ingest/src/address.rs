//! Which network addresses are public, and a resolver that gives no others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Resolves names and passes on public addresses only, so that the connection goes to an address that was checked.
#[derive(Debug)]
pub(crate) struct PublicOnly {
    inner: DefaultResolver,
    /// Whether private addresses pass too.
    allow_private: bool,
    /// The private address that a name led to, for the message.
    refused: Arc<Mutex<Option<IpAddr>>>,
}

impl PublicOnly {
    /// A resolver that tells through `refused` which address it would not pass on.
    pub fn new(allow_private: bool, refused: Arc<Mutex<Option<IpAddr>>>) -> Self {
        Self { inner: DefaultResolver::default(), allow_private, refused }
    }
}

impl Resolver for PublicOnly {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let all = self.inner.resolve(uri, config, timeout)?;
        let refused = all.iter().map(|address| address.ip()).find(|ip| !is_public(*ip));
        if let Some(ip) = refused.filter(|_| !self.allow_private) {
            // One private address among public ones is a trick, not a choice.
            *self.refused.lock().unwrap_or_else(|e| e.into_inner()) = Some(ip);
            return Err(ureq::Error::HostNotFound);
        }
        Ok(all)
    }
}

/// Whether an address is one of the public internet.
pub(crate) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => match embedded_v4(ip) {
            Some(ip) => is_public_v4(ip),
            None => is_public_v6(ip),
        },
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocol = a == 192 && b == 0 && c == 0;
    let benchmark = a == 198 && (18..20).contains(&b);
    let local = ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_unspecified() || a == 0;
    let special = ip.is_multicast() || ip.is_broadcast() || ip.is_documentation() || a >= 240;
    !(local || special || shared || protocol || benchmark)
}

/// Only global unicast (2000::/3) without the documentation and tunnel ranges.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [first, second, ..] = ip.segments();
    let documentation = first == 0x2001 && second == 0xdb8 || first == 0x3fff && second < 0x1000;
    let teredo = first == 0x2001 && second < 0x200;
    first & 0xe000 == 0x2000 && !documentation && !teredo
}

/// The IPv4 address inside a mapped, NAT64 or 6to4 address.
fn embedded_v4(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let s = ip.segments();
    let v4 = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match s {
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some(v4(high, low)),
        [0x2002, high, low, ..] => Some(v4(high, low)),
        _ => ip.to_ipv4_mapped(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_internet_is_public() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in ["8.8.8.8", "133.11.0.1", "2606:4700::1", "64:ff9b::808:808"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }
}
