using System.Globalization;
using System.Text;

namespace Registry.Seed.Files;

/// <summary>Writes comma-separated UTF-8 without BOM, cell by cell, in constant memory.</summary>
internal sealed class CsvFile : IDisposable
{
    private const int BufferSize = 1 << 18;
    private readonly StreamWriter writer;
    private bool rowBegun;

    public CsvFile(string path) =>
        writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" };

    /// <summary>Rows written, the header counted.</summary>
    public long Rows { get; private set; }

    public CsvFile Cell(string text)
    {
        Separate();
        if (text.AsSpan().IndexOfAny(',', '"', '\n') < 0)
        {
            writer.Write(text);
            return this;
        }
        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
        return this;
    }

    public CsvFile Cell(long number)
    {
        Separate();
        Span<char> digits = stackalloc char[20];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
        return this;
    }

    public CsvFile Cell(double number, string format) => Cell(number.ToString(format, CultureInfo.InvariantCulture));

    public CsvFile Cell(DateOnly? day, string format = "yyyy-MM-dd")
    {
        Separate();
        if (day is not { } known)
            return this;
        Span<char> text = stackalloc char[10];
        known.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        writer.Write(text[..length]);
        return this;
    }

    public void End()
    {
        writer.Write('\n');
        Rows++;
        rowBegun = false;
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
            Cell(cell);
        End();
    }

    public void Dispose() => writer.Dispose();

    private void Separate()
    {
        if (rowBegun)
            writer.Write(',');
        rowBegun = true;
    }
}
