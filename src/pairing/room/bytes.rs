//! Reading and writing lib0's encoding, strictly: whatever does not fit is refused, nothing is
//! reserved on a sender's word. Pure.

/// The bytes are not what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// Whole numbers of JavaScript.
const SAFE: u64 = 1 << 53;

/// Bytes being read.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// # Errors
    /// [`Broken`] at the end.
    pub fn byte(&mut self) -> Result<u8, Broken> {
        let (first, rest) = self.0.split_first().ok_or(Broken)?;
        self.0 = rest;
        Ok(*first)
    }

    /// A whole number below 2^53.
    ///
    /// # Errors
    /// [`Broken`]: cut off, or larger.
    pub fn number(&mut self) -> Result<u64, Broken> {
        let mut value = 0_u64;
        for shift in (0..56).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return if value < SAFE { Ok(value) } else { Err(Broken) };
            }
        }
        Err(Broken)
    }

    /// A number of things of at least one byte each, which must be there.
    ///
    /// # Errors
    /// [`Broken`]: more than there are bytes.
    pub fn count(&mut self) -> Result<usize, Broken> {
        let count = usize::try_from(self.number()?).map_err(|_| Broken)?;
        if count <= self.0.len() { Ok(count) } else { Err(Broken) }
    }

    /// A clock or a length: below 2^31, as far as any library counts.
    ///
    /// # Errors
    /// [`Broken`]: cut off, or larger.
    pub fn clock(&mut self) -> Result<u32, Broken> {
        u32::try_from(self.number()?).ok().filter(|clock| *clock < 1 << 31).ok_or(Broken)
    }

    /// Bytes with their length before them.
    ///
    /// # Errors
    /// [`Broken`]: cut off.
    pub fn bytes(&mut self) -> Result<&'a [u8], Broken> {
        let length = self.count()?;
        self.take(length)
    }

    /// # Errors
    /// [`Broken`]: cut off.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Broken> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Broken)?;
        self.0 = rest;
        Ok(taken)
    }

    /// # Errors
    /// [`Broken`]: cut off, or no UTF-8.
    pub fn text(&mut self) -> Result<&'a str, Broken> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Broken)
    }

    #[must_use]
    pub fn is_done(&self) -> bool {
        self.0.is_empty()
    }
}

/// Writes a whole number.
pub fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Writes bytes with their length before them.
pub fn bytes(out: &mut Vec<u8>, value: &[u8]) {
    number(out, value.len() as u64);
    out.extend_from_slice(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_too_large_ones_do_not() {
        for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), SAFE - 1] {
            let mut out = Vec::new();
            number(&mut out, value);
            assert_eq!(Reader(&out).number(), Ok(value));
            assert_eq!(Reader(&out[..out.len() - 1]).number(), Err(Broken), "cut off");
        }
        let mut out = Vec::new();
        number(&mut out, SAFE);
        assert_eq!(Reader(&out).number(), Err(Broken));
        assert_eq!(Reader(&[0xff; 12]).number(), Err(Broken));
    }

    #[test]
    fn nothing_is_longer_than_what_is_there() {
        assert_eq!(Reader(&[3, b'a', b'b']).bytes(), Err(Broken));
        assert_eq!(Reader(&[0xff, 0xff, 0x7f]).count(), Err(Broken));
        assert_eq!(Reader(&[2, 0xff, 0xfe]).text(), Err(Broken));
        assert_eq!(Reader(&[2, b'a', b'b']).text(), Ok("ab"));
    }
}
