#pragma once

/// Figures printed in the appendices of ICAO 9303-11, in hexadecimal, in the order of the protocol.
namespace chinhchu::test::worked {

/// Appendix G.1: PACE-GM, brainpoolP256r1, AES-128, password from the MRZ.
namespace ecdhGenericMapping {
constexpr const char* encryptedNonce = "95a3a016522ee98d01e76cb6b98b42c3";
constexpr const char* nonce = "3f00c4d39d153f2b2a214a078d899b22";
constexpr const char* mappingPrivate = "7f4ef07b9ea82fd78ad689b38d0bc78cf21f249d953bc46f4c6e19259c010f99";
constexpr const char* mappingPublic =
    "047acf3efc982ec45565a4b155129efbc74650dcbfa6362d896fc70262e0c2cc5e544552dcb6725218799115b55c9baa6d9f"
    "6bc3a9618e70c25af71777a9c4922d";
constexpr const char* mappingPublicChip =
    "04824fba91c9cbe26bef53a0ebe7342a3bf178cea9f45de0b70aa601651fba3f5730d8c879aaa9c9f73991e61b58f4d52eb8"
    "7a0a0c709a49dc63719363ccd13c54";
constexpr const char* mappedGenerator =
    "048ced63c91426d4f0eb1435e7cb1d74a46723a0af21c89634f65a9ae87a9265e28c879506743f8611ac33645c5b985c80b5"
    "f09a0b83407c1b6a4d857ae76fe522";
constexpr const char* ephemeralPrivate = "a73fb703ac1436a18e0cfa5abb3f7bec7a070e7a6788486bee230c4a22762595";
constexpr const char* ephemeralPublic =
    "042db7a64c0355044ec9df190514c625cba2cea48754887122f3a5ef0d5edd301c3556f3b3b186df10b857b58f6a7eb80f20"
    "ba5dc7be1d43d9bf850149fbb36462";
constexpr const char* ephemeralPublicChip =
    "049e880f842905b8b3181f7af7caa9f0efb743847f44a306d2d28c1d9ec65df6db7764b22277a2eddc3c265a9f018f9cb852"
    "e111b768b326904b59a0193776f094";
constexpr const char* sharedSecret = "28768d20701247dae81804c9e780ede582a9996db4a315020b2733197db84925";
constexpr const char* encryptionKey = "f5f0e35c0d7161ee6724ee513a0d9a7f";
constexpr const char* checksumKey = "fe251c7858b356b24514b3bd5f4297d1";
constexpr const char* token = "c2b0bd78d94ba866";
constexpr const char* tokenChip = "3abb9674bce93c08";
constexpr const char* paceInfo = "3012060A04007F0007020204020202010202010D";
} // namespace ecdhGenericMapping

/// Appendix G.2: PACE-GM, DH group 1024/160, AES-128.
namespace dhGenericMapping {
constexpr const char* encryptedNonce = "854d8df5827fa6852d1a4fa701cdddca";
constexpr const char* nonce = "fa5b7e3e49753a0db9178b7b9bd898c8";
constexpr const char* mappingPrivate = "5265030f751f4ad18b08ac565fc7ac952e41618d";
constexpr const char* mappingPublicChip =
    "78879f57225aa8080d52ed0fc890a4b25336f699aa89a2d3a189654af70729e623ea5738b26381e4da19e004706face7b235"
    "c2dbf2f38748312f3c98c2dd4882a41947b324aa1259ac22579db93f7085655af30889dbb845d9e6783fe42c9f2449400306"
    "254c8ae8ee9dd812a804c0b66e8cafc14f84d8258950a91b44126ee6";
constexpr const char* sharedElement =
    "5babebef5b74e5ba94b5c063fda15f1f1cde94873ee0a5d3a2fcab49f258d07f544f13cb66658c3afee9e727389be3f6cbbb"
    "d32128a8c21dd6eea3cf7091cddfb08b8d007d40318dcca4ffbf51208790fb4bd111e5a968ed6b6f08b26ca87c410b3ce0c3"
    "10ce104eabd16629aa48620c1279270cb0750c0d37c57fffe302ae7f";
constexpr const char* mappedGenerator =
    "7c9cbfe98f9fbdda8d143506fa7d9306f4cb17e3c71707aff5e1c1a12370249684d64ee37af44b8dbd9d45bf6023919cbaa0"
    "27ab97acc771666c8e98ff483301bfa4872dede9034edfacb70814166b7f360676829b826bea57291b5ad69fbc84ef1e7790"
    "32a305803f74341793e869742d401325b37ee8565ffcdee618342dc5";
constexpr const char* ephemeralPrivate = "89ccd99b0e8d3b1f11e1296dca68ec53411cf2ca";
constexpr const char* ephemeralPublic =
    "907d89e2d425a178aa81af4a7774ec8e388c115cae67031e85eece520bd911551b9ae4d04369f29a02626c86fbc6747cc7bc"
    "352645b6161a2a42d44eda80a08fa8d61b76d3a154ad8a5a51786b0bc07147057871a922212c5f67f43173172236b7747d16"
    "71e6d692a3c7d40a0c3c5ce397545d015c175eb5130551edbc2ee5d4";
constexpr const char* ephemeralPublicChip =
    "075693d9ae941877573e634b6e644f8e60af17a0076b8b123d9201074d36152bd8b3a213f53820c42adc79ab5d0aeec3aefb"
    "91394da476bd97b9b14d0a65c1fc71a0e019cb08af55e1f729005fba7e3fa5dc41899238a250767a6d46db974064386cd456"
    "743585f8e5d90cc8b4004b1f6d866c79ce0584e49687ff61bc29aea1";
constexpr const char* sharedSecret =
    "6babc7b3a72bcd7ea385e4c62db2625bd8613b24149e146a629311c4ca6698e38b834b6a9e9cd7184ba8834aff5043d43695"
    "0c4c1e7832367c10cb8c314d40e5990b0df7013e64b4549e2270923d06f08cff6bd3e977dde6abe4c31d55c0fa2e465e553e"
    "77bdf75e3193d3834fc26e8eb1ee2fa1e4fc97c18c3f6cfffe2607fd";
constexpr const char* encryptionKey = "2f7f46adcc9e7e521b45d192fafa9126";
constexpr const char* checksumKey = "805a1d27d45a5116f73c54469462b7d8";
constexpr const char* token = "b46dd9bd4d98381f";
constexpr const char* tokenChip = "917f37b5c0e6d8d1";
} // namespace dhGenericMapping

/// Appendix H.1: PACE-IM, brainpoolP256r1, AES-128.
namespace ecdhIntegratedMapping {
constexpr const char* encryptedNonce = "143dc40c08c8e891fbed7dedb92b64ad";
constexpr const char* nonce = "2923be84e16cd6ae529049f1f1bbe9eb";
constexpr const char* nonceReader = "5dd4cbfc96f5453b130d890a1cdbae32";
constexpr const char* pseudoRandom =
    "e4447e2dfb3586bac05ddb00156b57fbb2179a3949294c97254189800c517baa8da0ff397ed8c445d3e421e4feb57322";
constexpr const char* mappedGenerator =
    "048e82d31559ed0fde92a4d0498add3c23baba94fb77691e31e90aea77fb17d4274c1ae14bd0c3dbac0c871b7f3608169364"
    "437ca30ac243a089d3f266c1e60fad";
constexpr const char* ephemeralPrivate = "a73fb703ac1436a18e0cfa5abb3f7bec7a070e7a6788486bee230c4a22762595";
constexpr const char* ephemeralPublic =
    "0489cba23ffe96aa18d824627c3e934e54a9fd0b87a95d1471dc1c0abfdcd640d46755de9b7b778280b6bebd57439adfeb0e"
    "21fd4ed6df42578c13418a59b34c37";
constexpr const char* ephemeralPublicChip =
    "0467f78e5f7f7686082b293e8d087e056916d0f74bc01a5f8957d0de45691e51e8932b69a962b52a0985ad2c0a271ee6a13a"
    "8adddcd1a3a994b9ded257f4d22753";
constexpr const char* sharedSecret = "4f150fde1d4f0e38e95017b891bae17133a0df45b0d3e18b60ba7beafdc2c713";
constexpr const char* encryptionKey = "0d3feb33251a6370893d62ae8daaf51b";
constexpr const char* checksumKey = "b01e89e3d9e8719e586b50b4a7506e0b";
constexpr const char* token = "450f02b86f6a0909";
constexpr const char* tokenChip = "75d4d96e8d5b0308";
} // namespace ecdhIntegratedMapping

/// Appendix H.2: PACE-IM, DH group 1024/160, AES-128, up to the generator.
namespace dhIntegratedMapping {
constexpr const char* nonce = "fa5b7e3e49753a0db9178b7b9bd898c8";
constexpr const char* nonceReader = "b3a6db3c870c3e99245e0d1c06b747de";
constexpr const char* pseudoRandom =
    "eab98d13e09052952aa729907c3c946184dea0fe74ad2b3af506f0a83018459c38099cd1f7ff4ea0a078db1fac1365505e3d"
    "c85500ef95e20b4eef2e88489233bee0546b472f994b618d168702406791deef3cb4810932ec278f3533fdb860eb4835c36f"
    "a4f1bf3fa0b828a718c96bde88fba38a3e6c35aaa10959251eb5fc710fc187258995944c0f926e249373f485";
constexpr const char* mappedGenerator =
    "1d7d767f11e333bcd6dbaef40e799e7a926b96973550656ff3c830726d118d61c276cdcc61d475cf03a98e0c0e79caeba5be"
    "25578bd4551d0b10903236f0b0f976852fa78eea14ea0aca87d1e91f688fe0dff897bbe35a472621d343564b262f34223ae8"
    "fc59b664bfedfa2bfe7516ca5510a6bbb633d517ec25d4e0bbaa16c2";
} // namespace dhIntegratedMapping

/// Appendix I.1: PACE-CAM, brainpoolP256r1, AES-128.
namespace ecdhChipAuthenticationMapping {
constexpr const char* encryptedNonce = "cb60e8e0d85b76a9bd304747c2ad42e2";
constexpr const char* nonce = "658b860bc94df6f044fce6d5c82cf8e5";
constexpr const char* mappingPrivate = "5d8bb87bd74d985a4b7d4325b9f7b976fe835122773400798914aa22738135cc";
constexpr const char* mappingPublicChip =
    "04a234236aa9b9621e8efb73b5245c0e09d2576e5277183c1208bdd55280cae8b304f365713a356e65a451e165ecc9ac0ac4"
    "6e3771342c8fe5aedd092685338e23";
constexpr const char* mappedGenerator =
    "0489f0b5eabf3be293c75903a3986131925c9f5b515ca95af485dc7e886f03245d44befb2dd3a0dbd71cb5e618971cf4747f"
    "12b79e548379a40e45963baaf3e829";
constexpr const char* ephemeralPrivate = "76ecfdaa9841c323a3f5fc5e88b88db3eff7e35ebf57a7e6946cb630006c2120";
constexpr const char* ephemeralPublic =
    "04446c934084d9dab863944f219520076c29ee3f7ae6722b11ff319ec1c7728f955483400bff60bf0c5929270009277dc2a5"
    "15e12575010ad9ba916cf1bf86fefc";
constexpr const char* ephemeralPublicChip =
    "0402ad566f3c6ec7f9324509ad50a51fa52030782a4968fcfedf737daea993333111c3b9b4c2287789bd137e7f8aa882e2a3"
    "c633ccd6ecc2c63c57ad401a09c2e1";
constexpr const char* encryptionKey = "0a9da4db03bdde39fc5202bc44b2e89e";
constexpr const char* checksumKey = "4b1c06491ed5140ca2b537d344c6c0b1";
constexpr const char* token = "e86bd06018a1cd3b";
constexpr const char* tokenChip = "8596cf055c67c1a3";
constexpr const char* encryptedChipData =
    "1eea964daae372ac990e3efde6333353bfc89a6704d93da8798cf77f5b7a54bd10cba372b42be0b9b5f28aa8de2f4f92";
constexpr const char* chipData = "85dc3fa93d0952bfa82f5fd189ee75bd82f11d1f0b8ed4bf5319ac9b53c426b3";
constexpr const char* chipPublicKey =
    "041872709494399e7470a6431be25e83eee24fea568c2ed28db48e05db3a610dc884d256a40e35efcb59bf6753d3a489d28c"
    "7a4d973c2da138a6e7a4a08f68e16f";
} // namespace ecdhChipAuthenticationMapping

} // namespace chinhchu::test::worked
