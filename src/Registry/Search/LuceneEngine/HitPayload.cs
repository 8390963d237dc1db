using System.Text;
using Registry.Certification;
using Registry.Companies;
using Registry.Indices;

namespace Registry.Search.LuceneEngine;

/// <summary>A found company and the texts it can be found by, as the index gives them back.</summary>
internal sealed record StoredCompany(CompanyHit Hit, IReadOnlyList<NameText> Names)
{
    /// <summary>No business is done with it any more: after its namesakes.</summary>
    public bool IsGone => Hit.Status is CompanyStatus.Liquidated or CompanyStatus.Bankrupt;
}

/// <summary>The stored form of a hit: a few hundred bytes beside the terms, so that no page of hits asks the database.</summary>
internal static class HitPayload
{
    public static byte[] Write(CompanyDocument company)
    {
        var hit = company.Hit;
        using var buffer = new MemoryStream(256);
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(hit.Bin);
        writer.Write((byte)hit.Status);
        WriteText(writer, hit.NameRu);
        WriteText(writer, hit.NameKk);
        WriteText(writer, hit.NameEn);
        WriteText(writer, company.Head);
        WriteMany(writer, company.FormerNames, static (w, name) => w.Write(name));
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

    public static StoredCompany Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length, writable: false), Encoding.UTF8);
        var bin = reader.ReadString();
        var status = (CompanyStatus)reader.ReadByte();
        var ru = ReadText(reader);
        var kk = ReadText(reader);
        var en = ReadText(reader);
        var head = ReadText(reader);
        var former = ReadMany(reader, static r => r.ReadString());
        var hit = new CompanyHit
        {
            Bin = bin,
            Status = status,
            NameRu = ru,
            NameKk = kk,
            NameEn = en,
            Region = ReadText(reader),
            Oked = ReadText(reader),
            Indices = ReadMany(reader, ReadIndex).ToDictionary(StringComparer.Ordinal),
            Rating = reader.ReadBoolean() ? new HitRating(ReadNumber(reader), ReadText(reader), reader.ReadString()) : null,
            Certificates = ReadMany(reader, static r => new HitCertificate(r.ReadString(), (CertificateState)r.ReadByte())),
            Label = reader.ReadBoolean() ? new HitLabel(reader.ReadString(), reader.ReadString()) : null,
            Stops = ReadMany(reader, static r => new Stop(r.ReadString(), DateOnly.FromDayNumber(r.ReadInt32()), r.ReadString())),
        };
        return new StoredCompany(hit, [.. SearchTerms.Names(hit, former, head)]);
    }

    /// <summary>Only what ranking needs: far cheaper than the whole hit, and a hundred candidates are read for twenty hits.</summary>
    public static Candidate ReadNames(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length, writable: false), Encoding.UTF8);
        var bin = reader.ReadString();
        var status = (CompanyStatus)reader.ReadByte();
        var names = new List<NameText>(4);
        AddName(names, MatchFields.NameRu, ReadText(reader));
        AddName(names, MatchFields.NameKk, ReadText(reader));
        AddName(names, MatchFields.NameEn, ReadText(reader));
        var head = ReadText(reader);
        foreach (var former in ReadMany(reader, static r => r.ReadString()))
            names.Add(new NameText(MatchFields.FormerName, former));
        AddName(names, MatchFields.Head, head);
        return new Candidate(bin, names, status is CompanyStatus.Liquidated or CompanyStatus.Bankrupt);
    }

    private static void AddName(List<NameText> names, string field, string? text)
    {
        if (text is not null)
            names.Add(new NameText(field, text));
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

/// <summary>What ranking looks at of a candidate.</summary>
internal sealed record Candidate(string Bin, IReadOnlyList<NameText> Names, bool IsGone);
