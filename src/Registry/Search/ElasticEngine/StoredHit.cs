using System.Text;
using Registry.Certification;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Search.ElasticEngine;

/// <summary>
/// The stored form of a hit: what ranking looks at first, the rest of the hit behind it, which is read only for the
/// hits that are shown. Beside the terms, so that no page of hits asks the database.
/// </summary>
internal sealed class StoredHit
{
    private readonly byte[] bytes;
    private readonly int rest;

    private StoredHit(byte[] bytes, int rest, string bin, CompanyStatus status, IReadOnlyList<NameText> names)
    {
        this.bytes = bytes;
        this.rest = rest;
        Bin = bin;
        Status = status;
        Names = names;
    }

    public string Bin { get; }

    public CompanyStatus Status { get; }

    public IReadOnlyList<NameText> Names { get; }

    public static byte[] Write(CompanyDocument company)
    {
        var hit = company.Hit;
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(hit.Bin);
        writer.Write((byte)hit.Status);
        WriteMany(writer, [.. SearchTerms.Names(company)], static (w, name) => { w.Write((byte)Array.IndexOf(MatchFields.Texts, name.Field)); w.Write(name.Text); });
        WriteText(writer, hit.Region);
        WriteText(writer, hit.Oked);
        WriteMany(writer, hit.Indices, static (w, index) => WriteIndex(w, index.Key, index.Value));
        writer.Write(hit.Rating is not null);
        if (hit.Rating is { } rating)
        {
            WriteNumber(writer, rating.Value);
            WriteText(writer, rating.Class);
            writer.Write(rating.State);
        }
        WriteMany(writer, hit.Certificates, static (w, certificate) => { w.Write(certificate.Standard); w.Write((byte)certificate.State); });
        writer.Write(hit.Label is not null);
        if (hit.Label is { } label)
        {
            writer.Write(label.Number);
            writer.Write(label.State);
        }
        WriteMany(writer, hit.Stops, static (w, stop) => { w.Write(stop.Id); w.Write(stop.Since.DayNumber); w.Write(stop.Source); });
        writer.Flush();
        return buffer.ToArray();
    }

    public static StoredHit Read(byte[] bytes)
    {
        var stream = new MemoryStream(bytes, writable: false);
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        var bin = reader.ReadString();
        var status = (CompanyStatus)reader.ReadByte();
        var names = ReadMany(reader, static r => new NameText(MatchFields.Texts[r.ReadByte()], r.ReadString()));
        return new StoredHit(bytes, (int)stream.Position, bin, status, names);
    }

    public CompanyHit Hit()
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, rest, bytes.Length - rest, writable: false), Encoding.UTF8);
        return new CompanyHit
        {
            Bin = Bin,
            Status = Status,
            NameRu = Name(MatchFields.NameRu),
            NameKk = Name(MatchFields.NameKk),
            NameEn = Name(MatchFields.NameEn),
            Region = ReadText(reader),
            Oked = ReadText(reader),
            Indices = ReadMany(reader, ReadIndex).ToDictionary(StringComparer.Ordinal),
            Rating = reader.ReadBoolean() ? new HitRating(ReadNumber(reader), ReadText(reader), reader.ReadString()) : null,
            Certificates = ReadMany(reader, static r => new HitCertificate(r.ReadString(), (CertificateState)r.ReadByte())),
            Label = reader.ReadBoolean() ? new HitLabel(reader.ReadString(), reader.ReadString()) : null,
            Stops = ReadMany(reader, static r => new Stop(r.ReadString(), DateOnly.FromDayNumber(r.ReadInt32()), r.ReadString())),
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

    private static void WriteIndex(BinaryWriter writer, string id, HitIndex index)
    {
        writer.Write(id);
        WriteNumber(writer, index.Value);
        WriteText(writer, index.Band);
        writer.Write((sbyte)(index.State is { } state ? (int)state : -1));
    }

    private static KeyValuePair<string, HitIndex> ReadIndex(BinaryReader reader)
    {
        var id = reader.ReadString();
        var value = ReadNumber(reader);
        var band = ReadText(reader);
        var state = reader.ReadSByte();
        return new(id, new HitIndex(value, band, state < 0 ? null : (IndexState)state));
    }

    // Texts that are missing and texts that are blank are the same here: nothing to show.
    private static void WriteText(BinaryWriter writer, string? text) => writer.Write(text ?? "");

    private static string? ReadText(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static void WriteNumber(BinaryWriter writer, double? number) => writer.Write(number ?? double.NaN);

    private static double? ReadNumber(BinaryReader reader) => reader.ReadDouble() is var number && double.IsNaN(number) ? null : number;

    private static void WriteMany<T>(BinaryWriter writer, IReadOnlyCollection<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(writer, item);
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(reader);
        return items;
    }
}
