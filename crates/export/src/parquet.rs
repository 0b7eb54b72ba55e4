//! Parquet: one table a file, columns of their own types, lists as lists.

use crate::ExportError;
use crate::table::{Cell, Column, Kind, Table};
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use std::io::Write;
use std::sync::Arc;

/// Rows of a row group.
const GROUP: usize = 20_000;

/// Writes one table.
pub(crate) fn write(
    table: &Table<'_>,
    out: &mut (impl Write + Send),
) -> std::result::Result<(), ExportError> {
    let fields = table.columns.iter().map(field).collect::<Result<Vec<_>>>()?;
    let schema = Type::group_type_builder(table.name).with_fields(fields).build()?;
    let properties = Arc::new(WriterProperties::builder().build());
    let mut file = SerializedFileWriter::new(out, Arc::new(schema), properties)?;
    let mut rows = table.rows();
    loop {
        let group: Vec<Vec<Cell>> = rows.by_ref().take(GROUP).collect();
        if group.is_empty() {
            break;
        }
        let mut writer = file.next_row_group()?;
        for (at, column) in table.columns.iter().enumerate() {
            let Some(mut out) = writer.next_column()? else { break };
            write_column(&mut out, column.kind, group.iter().map(|row| &row[at]))?;
            out.close()?;
        }
        writer.close()?;
    }
    file.close()?;
    Ok(())
}

fn field(column: &Column) -> Result<TypePtr> {
    let text = Some(LogicalType::String);
    let optional = Repetition::OPTIONAL;
    Ok(Arc::new(match column.kind {
        Kind::Text => primitive(column.name, Physical::BYTE_ARRAY, text, optional)?,
        Kind::Integer => primitive(column.name, Physical::INT64, None, optional)?,
        Kind::Number => primitive(column.name, Physical::DOUBLE, None, optional)?,
        Kind::Flag => primitive(column.name, Physical::BOOLEAN, None, optional)?,
        Kind::Day => primitive(column.name, Physical::INT32, Some(LogicalType::Date), optional)?,
        Kind::Texts => {
            let element = primitive("element", Physical::BYTE_ARRAY, text, Repetition::REQUIRED)?;
            let list = Type::group_type_builder("list").with_repetition(Repetition::REPEATED);
            let list = list.with_fields(vec![Arc::new(element)]).build()?;
            let outer = Type::group_type_builder(column.name).with_repetition(Repetition::REQUIRED);
            outer.with_logical_type(Some(LogicalType::List)).with_fields(vec![Arc::new(list)]).build()?
        }
    }))
}

fn primitive(name: &str, kind: Physical, means: Option<LogicalType>, repetition: Repetition) -> Result<Type> {
    Type::primitive_type_builder(name, kind).with_logical_type(means).with_repetition(repetition).build()
}

fn write_column<'c>(
    out: &mut SerializedColumnWriter<'_>,
    kind: Kind,
    cells: impl Iterator<Item = &'c Cell>,
) -> Result<()> {
    match kind {
        Kind::Texts => lists(out, cells),
        Kind::Text => optional::<ByteArrayType>(out, cells, |c| match c {
            Cell::Text(text) => text.as_deref().map(ByteArray::from),
            _ => None,
        }),
        Kind::Integer => {
            optional::<Int64Type>(out, cells, |c| if let Cell::Integer(n) = c { *n } else { None })
        }
        Kind::Number => {
            optional::<DoubleType>(out, cells, |c| if let Cell::Number(n) = c { *n } else { None })
        }
        Kind::Flag => optional::<BoolType>(out, cells, |c| if let Cell::Flag(f) = c { *f } else { None }),
        Kind::Day => optional::<Int32Type>(out, cells, days),
    }
}

/// Days since 1970-01-01.
fn days(cell: &Cell) -> Option<i32> {
    let Cell::Day(Some(day)) = cell else { return None };
    let epoch = jiff::civil::Date::new(1970, 1, 1).ok()?;
    day.since(epoch).ok().map(|span| span.get_days())
}

fn optional<'c, T: DataType>(
    out: &mut SerializedColumnWriter<'_>,
    cells: impl Iterator<Item = &'c Cell>,
    value: impl Fn(&Cell) -> Option<T::T>,
) -> Result<()> {
    let (mut values, mut levels) = (Vec::new(), Vec::new());
    for cell in cells {
        let value = value(cell);
        levels.push(i16::from(value.is_some()));
        values.extend(value);
    }
    out.typed::<T>().write_batch(&values, Some(&levels), None)?;
    Ok(())
}

/// An empty list has one level entry and no value.
fn lists<'c>(out: &mut SerializedColumnWriter<'_>, cells: impl Iterator<Item = &'c Cell>) -> Result<()> {
    let (mut values, mut there, mut again) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        let texts: &[String] = if let Cell::Texts(texts) = cell { texts } else { &[] };
        if texts.is_empty() {
            there.push(0);
            again.push(0);
        }
        for (at, text) in texts.iter().enumerate() {
            there.push(1);
            again.push(i16::from(at > 0));
            values.push(ByteArray::from(text.as_str()));
        }
    }
    out.typed::<ByteArrayType>().write_batch(&values, Some(&there), Some(&again))?;
    Ok(())
}
