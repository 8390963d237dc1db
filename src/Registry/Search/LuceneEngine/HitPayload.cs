using System.Buffers.Binary;
using Registry.Certification;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Search.LuceneEngine;

/// <summary>
/// The stored form of a hit: what ranking looks at first, the rest of the hit behind it, which is read only for the
/// hits that are shown. Beside the terms, so that no page of hits asks the database.
/// </summary>
internal sealed class HitPayload
{
    private static readonly string[] IndexIds = ["taxpayerIntegrity", "financialStability", "paymentDiscipline"];
    private readonly byte[] bytes;
    private readonly int rest;
    private readonly Phrasebook phrases;

    private HitPayload(byte[] bytes, int rest, Phrasebook phrases, CompanyStatus status, IReadOnlyList<NameText> names)
    {
        this.bytes = bytes;
        this.rest = rest;
        this.phrases = phrases;
        Status = status;
        Names = names;
    }

    public CompanyStatus Status { get; }

    public IReadOnlyList<NameText> Names { get; }

    /// <summary>The texts that a payload holds, for learning what they repeat.</summary>
    public static IEnumerable<string> TextsOf(CompanyDocument company) =>
        SearchTerms.Names(company).Select(n => n.Text).Append(company.Hit.Oked).OfType<string>();

    public static byte[] Write(CompanyDocument company, Phrasebook phrases)
    {
        var hit = company.Hit;
        var writer = new PayloadWriter(phrases);
        writer.Byte((byte)hit.Status);
        writer.Many([.. SearchTerms.Names(company)], static (w, name) =>
        {
            w.Byte((byte)Array.IndexOf(MatchFields.Texts, name.Field));
            w.Text(name.Text);
        });
        writer.Text(hit.Region);
        writer.Text(hit.Oked);
        foreach (var id in IndexIds)
            WriteIndex(writer, hit.Indices.GetValueOrDefault(id));
        var parts = (hit.Rating is null ? Parts.None : Parts.Rating) | (hit.Certificates.Count == 0 ? Parts.None : Parts.Certificates)
            | (hit.Label is null ? Parts.None : Parts.Label) | (hit.Stops.Count == 0 ? Parts.None : Parts.Stops);
        writer.Byte((byte)parts);
        if (hit.Rating is { } rating)
        {
            writer.Number(rating.Value);
            writer.Text(rating.Class);
            writer.Text(rating.State);
        }
        if (hit.Certificates.Count > 0)
            writer.Many(hit.Certificates, static (w, certificate) => { w.Text(certificate.Standard); w.Byte((byte)certificate.State); });
        if (hit.Label is { } label)
        {
            writer.Text(label.Number);
            writer.Text(label.State);
        }
        if (hit.Stops.Count > 0)
            writer.Many(hit.Stops, static (w, stop) => { w.Text(stop.Id); w.Int(stop.Since.DayNumber); w.Text(stop.Source); });
        return writer.ToArray();
    }

    public static HitPayload Read(byte[] bytes, Phrasebook phrases)
    {
        var reader = new PayloadCursor(bytes, 0, phrases);
        var status = (CompanyStatus)reader.Byte();
        var names = new NameText[reader.Int()];
        for (var i = 0; i < names.Length; i++)
            names[i] = new NameText(MatchFields.Texts[reader.Byte()], reader.Text() ?? "");
        return new HitPayload(bytes, reader.At, phrases, status, names);
    }

    public CompanyHit Hit(string bin)
    {
        var reader = new PayloadCursor(bytes, rest, phrases);
        var region = reader.Text();
        var oked = reader.Text();
        var indices = new Dictionary<string, HitIndex>(StringComparer.Ordinal);
        foreach (var id in IndexIds)
        {
            if (ReadIndex(ref reader) is { } index)
                indices[id] = index;
        }
        var parts = (Parts)reader.Byte();
        return new CompanyHit
        {
            Bin = bin,
            Status = Status,
            NameRu = Name(MatchFields.NameRu),
            NameKk = Name(MatchFields.NameKk),
            NameEn = Name(MatchFields.NameEn),
            Region = region,
            Oked = oked,
            Indices = indices,
            Rating = parts.HasFlag(Parts.Rating) ? new HitRating(reader.Number(), reader.Text(), reader.Text() ?? "") : null,
            Certificates = parts.HasFlag(Parts.Certificates) ? ReadCertificates(ref reader) : [],
            Label = parts.HasFlag(Parts.Label) ? new HitLabel(reader.Text() ?? "", reader.Text() ?? "") : null,
            Stops = parts.HasFlag(Parts.Stops) ? ReadStops(ref reader) : [],
        };
    }

    private string? Name(string field)
    {
        foreach (var name in Names)
        {
            if (name.Field == field)
                return name.Text;
        }
        return null;
    }

    private static HitCertificate[] ReadCertificates(ref PayloadCursor reader)
    {
        var certificates = new HitCertificate[reader.Int()];
        for (var i = 0; i < certificates.Length; i++)
            certificates[i] = new HitCertificate(reader.Text() ?? "", (CertificateState)reader.Byte());
        return certificates;
    }

    private static Stop[] ReadStops(ref PayloadCursor reader)
    {
        var stops = new Stop[reader.Int()];
        for (var i = 0; i < stops.Length; i++)
            stops[i] = new Stop(reader.Text() ?? "", DateOnly.FromDayNumber(reader.Int()), reader.Text() ?? "");
        return stops;
    }

    /// <summary>State and what follows in one byte: 255 for no index at all.</summary>
    private static void WriteIndex(PayloadWriter writer, HitIndex? index)
    {
        if (index is null)
        {
            writer.Byte(byte.MaxValue);
            return;
        }
        var state = index.State is { } known ? (int)known + 1 : 0;
        writer.Byte((byte)(state << 2 | (index.Value is null ? 0 : 2) | (index.Band is null ? 0 : 1)));
        if (index.Value is not null)
            writer.Number(index.Value);
        if (index.Band is not null)
            writer.Text(index.Band);
    }

    private static HitIndex? ReadIndex(ref PayloadCursor reader)
    {
        var kept = reader.Byte();
        if (kept == byte.MaxValue)
            return null;
        var value = (kept & 2) != 0 ? reader.Number() : null;
        var band = (kept & 1) != 0 ? reader.Text() : null;
        return new HitIndex(value, band, kept >> 2 is var state && state > 0 ? (IndexState)(state - 1) : null);
    }

    [Flags]
    private enum Parts
    {
        None = 0,
        Rating = 1,
        Certificates = 2,
        Label = 4,
        Stops = 8,
    }
}

/// <summary>Writes a payload byte by byte.</summary>
internal sealed class PayloadWriter(Phrasebook phrases)
{
    private const int Tenths = 10;
    private const ushort NoNumber = ushort.MaxValue;
    private const ushort OtherNumber = ushort.MaxValue - 1;
    private readonly List<byte> bytes = new(96);

    public void Byte(byte value) => bytes.Add(value);

    public void Int(int value)
    {
        var left = (uint)value;
        while (left > 127)
        {
            bytes.Add((byte)(left | 128));
            left >>= 7;
        }
        bytes.Add((byte)left);
    }

    /// <summary>A text; missing and blank are the same here: nothing to show.</summary>
    public void Text(string? text)
    {
        var from = bytes.Count;
        if (!string.IsNullOrEmpty(text))
            phrases.Write(text, bytes);
        var length = bytes.Count - from;
        Int(length);
        var size = bytes.Count - from - length;
        bytes.InsertRange(from, bytes.GetRange(bytes.Count - size, size));
        bytes.RemoveRange(bytes.Count - size, size);
    }

    /// <summary>A number of tenths in two bytes, any other in ten.</summary>
    public void Number(double? number)
    {
        Span<byte> written = stackalloc byte[10];
        var tenths = number is { } known ? Math.Round(known * Tenths) : 0;
        var plain = number is { } n && tenths is >= 0 and < OtherNumber && tenths / Tenths == n;
        BinaryPrimitives.WriteUInt16LittleEndian(written, number is null ? NoNumber : plain ? (ushort)tenths : OtherNumber);
        BinaryPrimitives.WriteDoubleLittleEndian(written[2..], number ?? 0);
        bytes.AddRange(number is null || plain ? written[..2] : written);
    }

    public void Many<T>(IReadOnlyCollection<T> items, Action<PayloadWriter, T> write)
    {
        Int(items.Count);
        foreach (var item in items)
            write(this, item);
    }

    public byte[] ToArray() => [.. bytes];
}

/// <summary>Reads what <see cref="PayloadWriter"/> wrote.</summary>
internal ref struct PayloadCursor(ReadOnlySpan<byte> bytes, int at, Phrasebook phrases)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int At { get; private set; } = at;

    public byte Byte() => bytes[At++];

    public int Int()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[At++];
            value |= (uint)(part & 127) << shift;
            if (part < 128)
                return (int)value;
        }
    }

    public string? Text()
    {
        var length = Int();
        At += length;
        return length == 0 ? null : phrases.Read(bytes.Slice(At - length, length));
    }

    public double? Number()
    {
        const double Tenths = 10;
        var kept = BinaryPrimitives.ReadUInt16LittleEndian(bytes[At..]);
        At += 2;
        if (kept == ushort.MaxValue)
            return null;
        if (kept < ushort.MaxValue - 1)
            return kept / Tenths;
        At += 8;
        return BinaryPrimitives.ReadDoubleLittleEndian(bytes[(At - 8)..]);
    }
}
