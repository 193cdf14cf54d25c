namespace MediSecure.Data.Common;

/// <summary>How telephone numbers are dialled in a country: what stands before a number abroad (E.164) and what is dialled before it at home.</summary>
/// <param name="Code">ISO 3166-1, two letters.</param>
/// <param name="Name">As shown.</param>
/// <param name="CallingCode">E.164, digits.</param>
/// <param name="Trunk">Dialled before a number inside the country and not part of it; empty where there is none.</param>
public sealed record Country(string Code, string Name, string CallingCode, string Trunk)
{
    // Code, name, calling code, trunk prefix where it is another than 0 (- for none).
    private const string Table =
        """
        AO Angola 244 -|AR Argentina 54|AU Australia 61|AT Austria 43|BH Bahrain 973 -|BD Bangladesh 880|BE Belgium 32|BJ Benin 229 -|BW Botswana 267 -|BR Brazil 55|BF Burkina_Faso 226 -|BI Burundi 257 -
        CM Cameroon 237 -|CA Canada 1 1|CV Cape_Verde 238 -|CF Central_African_Republic 236 -|TD Chad 235 -|CL Chile 56 -|CN China 86|CO Colombia 57|KM Comoros 269 -|CG Congo 242 -|CD Congo_(Kinshasa) 243
        CI Côte_d'Ivoire 225 -|CZ Czechia 420 -|DK Denmark 45 -|DJ Djibouti 253 -|EG Egypt 20|GQ Equatorial_Guinea 240 -|ER Eritrea 291|SZ Eswatini 268 -|ET Ethiopia 251|FI Finland 358|FR France 33
        GA Gabon 241|GM Gambia 220 -|DE Germany 49|GH Ghana 233|GR Greece 30 -|GN Guinea 224 -|GW Guinea-Bissau 245 -|IN India 91|ID Indonesia 62|IE Ireland 353|IL Israel 972|IT Italy 39 -|JP Japan 81|JO Jordan 962
        KE Kenya 254|KW Kuwait 965 -|LB Lebanon 961|LS Lesotho 266 -|LR Liberia 231|LY Libya 218|MG Madagascar 261|MW Malawi 265|MY Malaysia 60|ML Mali 223 -|MR Mauritania 222 -|MU Mauritius 230 -|MX Mexico 52 -
        MA Morocco 212|MZ Mozambique 258 -|NA Namibia 264|NL Netherlands 31|NZ New_Zealand 64|NE Niger 227 -|NG Nigeria 234|NO Norway 47 -|OM Oman 968 -|PK Pakistan 92|PH Philippines 63|PL Poland 48 -|PT Portugal 351 -
        QA Qatar 974 -|RO Romania 40|RW Rwanda 250|ST São_Tomé_and_Príncipe 239 -|SA Saudi_Arabia 966|SN Senegal 221 -|SC Seychelles 248 -|SL Sierra_Leone 232|SG Singapore 65 -|SO Somalia 252|ZA South_Africa 27
        KR South_Korea 82|SS South_Sudan 211|ES Spain 34 -|SD Sudan 249|SE Sweden 46|CH Switzerland 41|TZ Tanzania 255|TH Thailand 66|TG Togo 228 -|TN Tunisia 216 -|TR Türkiye 90|UG Uganda 256|UA Ukraine 380
        AE United_Arab_Emirates 971|GB United_Kingdom 44|US United_States 1 1|VN Vietnam 84|YE Yemen 967|ZM Zambia 260|ZW Zimbabwe 263
        """;

    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. Table.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).OrderBy(c => c.Name, StringComparer.Ordinal)];

    private static readonly Dictionary<string, Country> ByCode = All.ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>Null for an unknown code.</summary>
    public static Country? Of(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static Country Read(string line)
    {
        var parts = line.Split(' ');
        return new Country(parts[0], parts[1].Replace('_', ' '), parts[2], parts.Length < 4 ? "0" : parts[3] == "-" ? "" : parts[3]);
    }
}
